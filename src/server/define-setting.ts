import type * as z from 'zod/mini';

/** The part of the server that a setting is for, as the documentation groups them. */
export type SettingGroupName = 'gateway' | 'listening' | 'identity' | 'hooks' | 'state';

/** One setting of the server: how its text is parsed, and its documentation. */
export interface SettingDefinition<Shape extends z.ZodMiniType = z.ZodMiniType> {
  readonly group: SettingGroupName;
  readonly shape: Shape;
  /** Its purpose. */
  readonly about: string;
  /** A description of a valid text, which follows "must be" in the problem. */
  readonly mustBe: string;
  /** The text that counts when it is not set. */
  readonly fallback?: string;
  /** Also read from the file that `NAME_FILE` names, and never printed. */
  readonly isSecret?: true;
  /** The ways of identity that use it. */
  readonly ways?: readonly IdentityWay[];
}

/** The ways to know whose company a request is for. */
export const identityWays = ['ask', 'token', 'proxy'] as const;

export type IdentityWay = (typeof identityWays)[number];

/** The hooks of the host that the server can call. */
export const hookNames = ['permit', 'onConsent', 'onWebhook', 'onEvent'] as const;

export type HookName = (typeof hookNames)[number];

/** One setting, with the type of its shape. */
export const defineSetting = <Shape extends z.ZodMiniType>(
  group: SettingGroupName,
  shape: Shape,
  rest: Omit<SettingDefinition, 'group' | 'shape'>,
): SettingDefinition<Shape> => ({ group, shape, ...rest });

/** The description of a valid secret. */
export const secretRequirement = 'at least 32 bytes without spaces, such as `openssl rand -base64 32` makes';
