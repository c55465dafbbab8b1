import type * as z from 'zod/mini';

/** The heading under which the documentation lists a setting. */
type SettingGroupName = 'gateway' | 'listening' | 'identity' | 'hooks' | 'state';

/** One setting of the server: how its text is parsed, and its documentation. */
export interface SettingDefinition<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly group: SettingGroupName;
  readonly schema: Schema;
  /** Its purpose. */
  readonly about: string;
  /** A description of a valid text, which follows "must be" in the problem. */
  readonly mustBe: string;
  /** The default, as text. */
  readonly fallback?: string;
  /** Also read from the file that `NAME_FILE` names, and never printed. */
  readonly isSecret?: true;
  /** The ways to identify the company that use the setting. */
  readonly ways?: readonly IdentityWay[];
}

/** The ways to know whose company a request is for. */
export const identityWays = ['ask', 'token', 'proxy'] as const;

type IdentityWay = (typeof identityWays)[number];

/** The hooks of the host that the server can call. */
export const hookNames = ['permit', 'onConsent', 'onWebhook', 'onEvent'] as const;

export type HttpHookName = (typeof hookNames)[number];

/** Defines a setting, and keeps the type of its schema. */
export const defineSetting = <Schema extends z.ZodMiniType>(
  group: SettingGroupName,
  schema: Schema,
  rest: Omit<SettingDefinition, 'group' | 'schema'>,
): SettingDefinition<Schema> => ({ group, schema, ...rest });

export const validSecretDescription =
  'at least 32 bytes without spaces, such as `openssl rand -base64 32` makes';
