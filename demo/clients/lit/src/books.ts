import 'codat-connect-elements/connection-list';
import type { ConnectedEvent } from 'codat-connect-elements/elements';
import { createSession } from 'codat-connect-elements/elements';
import 'codat-connect-elements/platform-picker';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';

const session = createSession({ tokenEndpoint: '/codat/token' });

@customElement('your-books')
export class YourBooks extends LitElement {
  @state() private message = '';
  @state() private isShown = true;

  override render() {
    return html`
      <p role="status">${this.message}</p>
      ${
        this.isShown
          ? html`
              <platform-picker
                .session=${session}
                lender="Larkspur"
                .sourceTypes=${['Accounting']}
                @codat-connected=${this.onConnected}
              ></platform-picker>
              <connection-list .session=${session} lender="Larkspur"></connection-list>
            `
          : nothing
      }
      <button type="button" @click=${() => (this.isShown = !this.isShown)}>
        ${this.isShown ? 'Hide' : 'Show'}
      </button>
      <button type="button" @click=${this.signOut}>Sign out</button>
    `;
  }

  private onConnected({ connection }: ConnectedEvent): void {
    this.message = `${connection.platformName} is connected`;
  }

  private async signOut(): Promise<void> {
    await fetch('/sign-out', { method: 'POST' });
    session.end();
  }
}
