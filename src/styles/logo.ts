import { css } from 'lit';

/** A logo in a box of fixed size, on a light plate where the page is dark; a monogram where there is no image. */
export const logoStyles = css`
  /* Neither is positioned or clipped, which would make a layer of each logo. */
  [part~='logo'] {
    display: grid;
    grid-template: 100% / 100%;
    place-items: center;
    flex: none;
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_logo-plate);
    font-weight: 600;
    forced-color-adjust: none;
  }

  [part~='logo'].plain {
    background: var(--_fill);
  }

  .plain::before {
    content: attr(data-initial);
  }

  /* A press that slips a little is still one on the tile, and drags no picture. */
  [part~='logo'] img {
    pointer-events: none;
    inline-size: 100%;
    block-size: 100%;
    padding: 8%;
    object-fit: contain;
  }

  .plain::before,
  [part~='logo'] img {
    grid-area: 1 / 1;
  }

  .plain img {
    visibility: hidden;
  }

  /* Else the text colour of the host's page, which may be as dark as the background of the system. */
  @media (forced-colors: active) {
    [part~='logo'] {
      color: CanvasText;
    }
  }
`;
