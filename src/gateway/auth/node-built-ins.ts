/** The members of Node's own modules that are used here: the package has no types of Node's. */
export interface NodeBuiltIns {
  readonly crypto: {
    createHmac(
      hash: 'sha256',
      key: Uint8Array,
    ): { update(text: string, encoding: 'utf8'): { digest(encoding: 'base64url'): string } };
    timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
  };
  readonly Buffer: {
    from(text: string, encoding: 'utf8' | 'base64url'): { toString(encoding: 'utf8' | 'base64url'): string };
  };
}

/**
 * Node's own modules where the platform has them, else undefined. Looked up while running, because an import would have
 * to be resolved by every bundler for Workers and browsers
 * (https://nodejs.org/api/process.html#processgetbuiltinmoduleid).
 */
export function findNodeBuiltIns(): NodeBuiltIns | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const crypto = process?.getBuiltinModule?.('node:crypto') as NodeBuiltIns['crypto'] | undefined;
  const buffer = process?.getBuiltinModule?.('node:buffer') as Pick<NodeBuiltIns, 'Buffer'> | undefined;
  return crypto && buffer && { crypto, Buffer: buffer.Buffer };
}
