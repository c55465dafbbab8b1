import { css } from 'lit';

/**
 * Styles that load after the picker's tiles: the accent of primary buttons and of lines, secondary buttons, a panel's mark,
 * and the background of dialogs and menus.
 *
 * @cssprop --codat-color-accent - The brand's colour, of the primary button and of progress bars.
 * @cssprop --codat-color-on-accent - The text on the accent colour. By default black or white, whichever has more contrast.
 * @cssprop --codat-color-surface - The background of menus and dialogs. By default `Canvas`.
 * @cssprop --codat-color-on-surface - The text of menus and dialogs. By default black or white, whichever has more contrast.
 */
export const deferredBaseStyles = css`
  :host {
    --_accent: var(--codat-color-accent, #1d4ed8);
    --_on-accent: var(--codat-color-on-accent, var(--_readable));
    --_readable: #fff;
    --_away: #000;
    --_line: currentColor;
    --_host-surface: var(--codat-color-surface);
    --_on-surface: var(--codat-color-on-surface, var(--_legible, CanvasText));
  }

  /* Black or white, whichever has more contrast: they are equal at a luminance of 0.179 (WCAG 2.2, 1.4.3). */
  @supports (color: color(from red xyz x y z)) {
    :host {
      --_white: clamp(0, (0.179 - y) * 1e6, 1);
      --_contrasting: xyz calc(var(--_white) * 0.9505) var(--_white) calc(var(--_white) * 1.089);
      --_readable: color(from var(--_accent) var(--_contrasting));
      --_away: color(from var(--_on-accent) srgb calc(1 - r) calc(1 - g) calc(1 - b));
    }
  }

  /*
   * The accent of lines has a contrast of at least 3 to 1 with the page (WCAG 2.2, 1.4.11): its lightness has an upper
   * limit under dark text, and a lower one under light text. The alpha of the mix, 1 or a half, tells which.
   */
  @supports (color: oklch(from currentColor l c h)) {
    :host {
      --_sided: color-mix(
        in oklab,
        var(--_accent),
        oklch(from currentColor 0 0 0 / clamp(0, (0.58 - l) * 99, 1))
      );
      --_line: oklch(
        from var(--_sided) clamp((1 - alpha) * 1.36, l / (1.5 - alpha), 1.58 - alpha) calc(c / (1.5 - alpha))
          h / 1
      );
    }
  }

  /* The border shows the button's shape where the accent is the colour behind it. */
  [part~='primary'],
  [part~='primary']:hover {
    border-color: color-mix(in srgb, currentColor 22%, transparent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  /* Away from the text colour, so that the text stays readable. */
  [part~='primary']:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_away));
  }

  /* In the text colour, which is readable on the accent on any page. */
  [part~='primary']:focus-visible {
    outline-offset: -5px;
  }

  [part~='quiet'] {
    padding-inline: 0;
    border-color: transparent;
    border-inline-width: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  [part~='quiet']:hover {
    background: transparent;
    text-decoration-thickness: 2px;
  }

  /* The icon's background takes the place of its ring. */
  [part='mark'] svg {
    display: block;
    inline-size: 2.5em;
    block-size: 2.5em;
    padding: 0.125em;
    border-radius: 50%;
    stroke-width: 1.5;
    background: color-mix(in srgb, currentColor 12%, transparent);
  }

  [part='mark'] .ring {
    display: none;
  }

  /* What is drawn within the ring is as large as what is drawn without one. */
  [part='mark'] .ring + path {
    scale: 1.5;
    transform-origin: center;
    stroke-width: 1;
  }

  /* Forced colours don't change icons and bars, so they get system colours here; every border shows, so it needs space. */
  @media (forced-colors: active) {
    :host {
      --_success: CanvasText;
      --_warning: CanvasText;
      --_danger: CanvasText;
      --_line: Highlight;
    }

    [part~='primary'] {
      border-width: 2px;
    }

    [part~='quiet'] {
      padding-inline: 1em;
      border-inline-width: 1px;
    }
  }
`;
