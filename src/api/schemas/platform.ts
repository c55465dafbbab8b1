import { known } from './parsing/known.js';
import { anything, maybe, object, read, text, type Held } from './parsing/shape.js';
import { sourceTypes } from './source-type.js';
import { webAddress } from './parsing/web-address.js';

const picture = maybe(object({ image: maybe(object({ src: maybe(text) })) }));

const wire = object({
  key: text,
  name: text,
  enabled: anything,
  sourceType: maybe(text),
  isOfflineConnector: maybe(anything),
  logoUrl: maybe(text),
  branding: maybe(
    object({
      logo: maybe(object({ square: picture, full: picture })),
      button: maybe(object({ default: picture, hover: picture })),
    }),
  ),
});

/** Something a person can connect. Codat's API calls it an integration; the word stops here. */
export const platform = read(
  wire,
  ({ key, name, enabled, sourceType, isOfflineConnector, logoUrl, branding }) => {
    const rest = address(branding?.button?.default);
    return {
      key,
      name,
      enabled: enabled === true,
      sourceType: known(sourceTypes, sourceType),
      /** Whether its data is on a computer of the company's, and read while that is on. */
      offline: isOfflineConnector === true,
      logo: address(branding?.logo?.square) ?? webAddress(logoUrl) ?? address(branding?.logo?.full),
      /** The maker's own connect button, drawn as it requires: at rest, and under the pointer. */
      button: rest ? { rest, hover: address(branding?.button?.hover) ?? rest } : undefined,
    };
  },
);

export type Platform = ReturnType<typeof platform>;

function address(drawn: Held<typeof picture>): string | undefined {
  return webAddress(drawn?.image?.src);
}
