import * as z from 'zod/mini';
import { known } from './known.js';
import { read } from './read.js';
import { sourceTypes } from './source-type.js';
import { webAddress } from './web-address.js';

const text = z.nullish(z.string());
const picture = z.nullish(z.object({ image: z.nullish(z.object({ src: text })) }));

const wire = z.object({
  key: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  sourceType: text,
  logoUrl: text,
  branding: z.nullish(
    z.object({
      logo: z.nullish(z.object({ square: picture, full: picture })),
      button: z.nullish(z.object({ default: picture, hover: picture })),
    }),
  ),
});

/** Something a person can connect. Codat's API calls it an integration; the word stops here. */
export const platform = read(wire, ({ key, name, enabled, sourceType, logoUrl, branding }) => {
  const rest = address(branding?.button?.default);
  return {
    key,
    name,
    enabled,
    sourceType: known(sourceTypes, sourceType),
    logo: address(branding?.logo?.square) ?? webAddress(logoUrl) ?? address(branding?.logo?.full),
    /** The maker's own connect button, drawn as it requires: at rest, and under the pointer. */
    button: rest ? { rest, hover: address(branding?.button?.hover) ?? rest } : undefined,
  };
});

export type Platform = ReturnType<typeof platform>;

function address(drawn: z.infer<typeof picture>): string | undefined {
  return webAddress(drawn?.image?.src);
}
