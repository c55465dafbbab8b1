import { css } from 'lit';

/**
 * The public custom properties and their defaults, each read once into a private name. Lines and fills are the page's
 * own colour, mixed with what lies behind, and tones lean to it, since a dark page need not say that it is one.
 *
 * @cssprop --codat-color-text - words
 * @cssprop --codat-color-muted - words that stand back
 * @cssprop --codat-color-border - lines around what can be pressed and between rows
 * @cssprop --codat-color-fill - what lies lightly behind something
 * @cssprop --codat-color-success - the tone of what went well
 * @cssprop --codat-color-warning - the tone of what needs the person
 * @cssprop --codat-color-danger - the tone of what went wrong
 * @cssprop --codat-font - the typeface
 * @cssprop --codat-radius - how round corners are
 * @cssprop --codat-space - the step that distances are made of
 * @cssprop --codat-logo-size - how wide and high a logo's box is
 * @cssprop --codat-logo-plate - what a logo stands on, which is light since logos are drawn for that
 */
export const tokens = css`
  :host {
    --_text: var(--codat-color-text, inherit);
    --_muted: var(--codat-color-muted, color-mix(in srgb, currentColor 72%, transparent));
    --_border: var(--codat-color-border, color-mix(in srgb, currentColor 22%, transparent));
    --_fill: var(--codat-color-fill, color-mix(in srgb, currentColor 5%, transparent));
    --_success: var(--codat-color-success, color-mix(in oklab, #1a8f4c 70%, currentColor));
    --_warning: var(--codat-color-warning, color-mix(in oklab, #b7791f 70%, currentColor));
    --_danger: var(--codat-color-danger, color-mix(in oklab, #d6303a 70%, currentColor));
    --_font: var(--codat-font, inherit);
    --_radius: var(--codat-radius, 0.5em);
    --_space: var(--codat-space, 1em);
    --_logo-size: var(--codat-logo-size, 2.5em);
    --_logo-plate: var(--codat-logo-plate, #fff);
  }
`;
