import { html, nothing, type TemplateResult } from 'lit';

/** A platform's logo, decorative beside its name. A monogram shows until the image has loaded, or if it fails to. */
export function logo({ name, src }: { name: string; src: string | undefined }): TemplateResult {
  return html`
    <span part="logo" aria-hidden="true">
      ${name.charAt(0).toUpperCase()}
      ${src ? html`<img src=${src} alt="" loading="lazy" decoding="async" @error=${onLoadOrError} @load=${onLoadOrError} />` : nothing}
    </span>
  `;
}

/** A re-rendered element may get another image, so `load` and `error` may each follow the other. */
function onLoadOrError({ target, type }: Event): void {
  if (target instanceof HTMLImageElement) target.toggleAttribute('data-here', type === 'load');
}
