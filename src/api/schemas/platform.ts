import { unknown, nullish, object, createBodyParser, string, type Infer } from '../../contract/shape.js';
import { findWordOrUnknown } from './parsing/find-word-or-unknown.js';
import { tryParseHttpsOrLocalHref } from './parsing/https-or-local-href.js';
import { sourceTypes } from './source-type.js';

const picture = nullish(object({ image: nullish(object({ src: nullish(string) })) }));

const wire = object({
  key: string,
  name: string,
  enabled: unknown,
  sourceType: nullish(string),
  isOfflineConnector: nullish(unknown),
  logoUrl: nullish(string),
  branding: nullish(
    object({
      logo: nullish(object({ square: picture, full: picture })),
      button: nullish(object({ default: picture, hover: picture })),
    }),
  ),
});

/** Parses a platform that a person can connect. Codat's API calls it an integration. */
export const parsePlatform = createBodyParser(
  wire,
  ({ key, name, enabled, sourceType, isOfflineConnector, logoUrl, branding }) => {
    return {
      key,
      name,
      enabled: enabled === true,
      sourceType: findWordOrUnknown(sourceTypes, sourceType),
      /** Whether Codat syncs from a computer of the company's, which has to be on. */
      offline: isOfflineConnector === true,
      logo: imageUrlOf(branding?.logo?.square) ?? toImageUrl(logoUrl) ?? imageUrlOf(branding?.logo?.full),
      /** The platform's own connect button, if it has one: `toPlatformButtonImages` reads it. */
      button: tryParseHttpsOrLocalHref(branding?.button?.default?.image?.src) ? branding?.button : undefined,
    };
  },
);

export type Platform = ReturnType<typeof parsePlatform>;

function imageUrlOf(branded: Infer<typeof picture>): string | undefined {
  return toImageUrl(branded?.image?.src);
}

/** Doesn't parse https URLs: thousands would delay the tiles of a long list, and a malformed one only fails to load. */
const toImageUrl = (text: string | null | undefined): string | undefined =>
  text?.startsWith('https://') ? text : tryParseHttpsOrLocalHref(text);
