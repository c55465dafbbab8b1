import { createSession } from 'codat-connect-elements/elements';
import { createGateway, memoryStore } from 'codat-connect-elements/gateway';
import type { RedisPrefixOptions } from 'codat-connect-elements/gateway/redis';
import type { CodatConnectionsProps, CodatLinkProps } from 'codat-connect-elements/link';
import { createSimulator } from 'codat-connect-elements/simulator';

/** Every optional setting of a function, as a host has it whose environment may lack the variable. */
type OptionalSettingsOf<Create extends (settings: never) => unknown> = Unset<
  NonNullable<Parameters<Create>[0]>
>;
/** The optional settings, each with undefined. */
type Unset<Settings> = {
  [Name in keyof Settings as object extends Pick<Settings, Name> ? Name : never]-?:
    Settings[Name] | undefined;
};

declare const gatewaySettings: OptionalSettingsOf<typeof createGateway>;
declare const storeSettings: OptionalSettingsOf<typeof memoryStore>;
declare const simulatorSettings: OptionalSettingsOf<typeof createSimulator>;

const required = { apiKey: '', baseUrl: '', signingKeys: [], company: () => null };
const gateway = createGateway({ ...required, ...gatewaySettings });
void gateway.ensureCompany({ reference: '1', description: undefined });
void gateway.close({ timeoutMs: undefined });
memoryStore(storeSettings);
createSimulator(simulatorSettings);
export const redisSettings: RedisPrefixOptions = { prefix: undefined };

const sessionSettings = {
  platforms: undefined,
  fetch: undefined,
  credentials: undefined,
  headers: undefined,
};
createSession({ tokenEndpoint: '/codat/token', ...sessionSettings });

declare const linkProps: Unset<CodatLinkProps>;
declare const connectionsProps: Unset<CodatConnectionsProps>;
const callbacks = { onConnection: () => undefined, onFinish: () => undefined, onError: () => undefined };
export const link: CodatLinkProps = { ...callbacks, ...linkProps };
export const connections: CodatConnectionsProps = connectionsProps;

// @ts-expect-error: a required setting.
createGateway({ ...required, apiKey: undefined });
