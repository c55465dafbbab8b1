import { html, nothing, type TemplateResult } from 'lit';

/** A platform's logo, decorative beside its name; its initial if there is no image, or if it fails to load. */
export function renderLogo({ name, src }: { name: string; src: string | undefined }): TemplateResult {
  return html`<span
    part="logo"
    aria-hidden="true"
    data-initial=${initialOf(name)}
    class=${src ? nothing : 'plain'}
    >${
      src
        ? html`<img
            src=${src}
            alt=""
            loading="lazy"
            decoding="async"
            @error=${onImageLoadOrError}
            @load=${onImageLoadOrError}
          />`
        : nothing
    }</span
  >`;
}

/** The first letter of a name, which style sheets draw in the logo's place. */
export const initialOf = (name: string): string => Array.from(name)[0]?.toUpperCase() ?? '';

/** Shows the initial instead of an image that failed, and the image once another has loaded in the same element. */
export function onImageLoadOrError({ target, type }: Event): void {
  (target as Element).parentElement?.classList.toggle('plain', type === 'error');
}
