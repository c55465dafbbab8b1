import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'codat-connect-elements/connection-list';
import type { ConnectedEvent } from 'codat-connect-elements/elements';
import 'codat-connect-elements/platform-picker';

@Component({
  selector: 'your-books',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p role="status">{{ message() }}</p>
    @if (isShown()) {
      <platform-picker
        token-endpoint="/codat/token"
        lender="Larkspur"
        [sourceTypes]="['Accounting']"
        (codat-connected)="onConnected($event)"
      ></platform-picker>
      <connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list>
    }
    <button type="button" (click)="isShown.set(!isShown())">{{ isShown() ? 'Hide' : 'Show' }}</button>
    <form method="post" action="/sign-out"><button>Sign out</button></form>
  `,
})
export class Books {
  protected readonly message = signal('');
  protected readonly isShown = signal(true);

  protected onConnected({ connection }: ConnectedEvent): void {
    this.message.set(`${connection.platformName} is connected`);
  }
}
