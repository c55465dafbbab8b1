import { css } from 'lit';

/**
 * The public custom properties and their defaults, each read once into a private name. Text and lines follow the
 * page's own colour, mixed with what lies behind, since a dark page need not say that it is one.
 */
export const tokens = css`
  :host {
    --_accent: var(--codat-color-accent, #1d4ed8);
    --_on-accent: var(--codat-color-on-accent, #fff);
    --_text: var(--codat-color-text, inherit);
    --_muted: var(--codat-color-muted, color-mix(in srgb, currentColor 72%, transparent));
    --_border: var(--codat-color-border, color-mix(in srgb, currentColor 22%, transparent));
    --_fill: var(--codat-color-fill, color-mix(in srgb, currentColor 5%, transparent));
    --_success: var(--codat-color-success, #1a8f4c);
    --_warning: var(--codat-color-warning, #b7791f);
    --_danger: var(--codat-color-danger, #d6303a);
    --_font: var(--codat-font, inherit);
    --_radius: var(--codat-radius, 0.5em);
    --_space: var(--codat-space, 1em);
    --_logo-size: var(--codat-logo-size, 2.5em);
    --_logo-plate: var(--codat-logo-plate, #fff);
  }

  @supports (color: oklch(from red l c h)) {
    :host {
      --_on-accent: var(
        --codat-color-on-accent,
        oklch(from var(--_accent) clamp(0, (0.68 - l) * 1000, 1) 0 0)
      );
    }
  }
`;
