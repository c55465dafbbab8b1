import { css } from 'lit';

/**
 * The public custom properties and their defaults, each read once into a private name. Lines, fills and tones are mixed
 * from the page's own text colour, so that they suit a dark page that doesn't declare `color-scheme`.
 *
 * @cssprop --codat-color-text - The text.
 * @cssprop --codat-color-muted - Secondary text.
 * @cssprop --codat-color-border - The lines around controls and between rows.
 * @cssprop --codat-color-fill - The background of placeholders, icons and bars.
 * @cssprop --codat-color-success - The colour of success.
 * @cssprop --codat-color-warning - The colour of a status that needs the person.
 * @cssprop --codat-color-danger - The colour of an error.
 * @cssprop --codat-font - The font family.
 * @cssprop --codat-radius - The radius of corners.
 * @cssprop --codat-space - The unit of distances.
 * @cssprop --codat-logo-size - The width and height of a logo.
 * @cssprop --codat-logo-plate - The background of a logo. By default light under light text, since logos are drawn for a light page, else none.
 */
export const tokenStyles = css`
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
    --_logo-plate: var(--codat-logo-plate, var(--_plate));
    --_plate: #fff;
    --_target: 2.75em;
  }

  @media (prefers-contrast: more) {
    :host {
      --_muted: currentColor;
      --_border: currentColor;
    }
  }

  /* As large as a finger where the page's text is small. */
  @media (pointer: coarse) {
    :host {
      --_target: max(2.75em, 44px);
    }
  }

  @supports (color: oklch(from currentColor l c h)) {
    :host {
      --_plate: oklch(from currentColor 1 0 0 / clamp(0, (l - 0.58) * 99, 1));
    }
  }
`;
