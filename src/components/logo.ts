import { html, nothing, type TemplateResult } from 'lit';

/** A platform's logo, decorative beside its name. Until the image is there, or when it can't be had, a monogram stands in. */
export function logo({ name, src }: { name: string; src: string | undefined }): TemplateResult {
  return html`
    <span part="logo" aria-hidden="true">
      ${name.charAt(0).toUpperCase()}
      ${src ? html`<img src=${src} alt="" loading="lazy" decoding="async" @error=${tell} @load=${tell} />` : nothing}
    </span>
  `;
}

/** An element that is drawn again may get another image, so either may come after the other. */
function tell({ target, type }: Event): void {
  if (target instanceof HTMLImageElement) target.toggleAttribute('data-here', type === 'load');
}
