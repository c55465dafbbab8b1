import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Connection } from '../api/schemas/connection.js';
import { icons } from './icons.js';
import { LogoRenderer } from './logo-renderer.js';

interface ConnectedRowOptions {
  readonly logoUrl: string | undefined;
  /** The word for the connection's status. */
  readonly status: string;
  /** Rendered at the end of the row. */
  readonly action?: unknown;
}

/** A linked connection: the platform's logo and name, the organisation, the status, and the possible actions. */
export function renderConnectedRow(
  { platformName, organisation }: Connection,
  { logoUrl, status, action }: ConnectedRowOptions,
): TemplateResult {
  return html`
    <div part="connected-row">
      ${guard([platformName, logoUrl], () => new LogoRenderer().show(platformName, logoUrl))}
      <div class="connected-text">
        <div part="name"><bdi>${platformName}</bdi></div>
        ${organisation ? html`<div part="organisation"><bdi>${organisation}</bdi></div>` : nothing}
        <span part="status" data-tone="success">${icons.check} ${status}</span>
      </div>
      ${action ?? nothing}
    </div>
  `;
}
