import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Connection } from '../../api/schemas/connection.js';
import type { ConnectionAction } from '../../contract/connection-action.js';
import type { DisconnectOrDeleteRequest } from '../../controllers/disconnect-or-delete.js';
import type { ActionState } from '../../controllers/action.js';
import type { MenuController } from '../../controllers/menu.js';
import type { Messages } from '../../i18n/messages.js';
import type { QueryState } from '../../session/query-state.js';
import { createHtmlElement } from '../create-html-element.js';
import { formatAgo, formatDate, formatDateTime } from '../format-date.js';
import { icons, type IconName } from '../icons.js';
import { renderReferenceButton } from '../journey/copy-text-button.js';
import { LogoRenderer } from '../logo-renderer.js';
import type { ConnectionRow } from './connection-rows.js';
import { renderDetails } from './details.js';
import { renderMenu, type MenuItem } from './menu.js';

interface RowOptions {
  readonly messages: Pick<Messages, 'common' | 'errors' | 'connectionList' | 'syncProgress'>;
  readonly lang: string;
  readonly lender: string;
  readonly menus: MenuController;
  readonly actionState: ActionState<DisconnectOrDeleteRequest>;
  readonly onAction: (action: ConnectionAction) => void;
  /** Whether the person can choose another platform, instead of one that can't be connected. */
  readonly canChoose: boolean;
  readonly onChoose: () => void;
  /** Codat's names of the connection's data types; undefined while the details are closed. */
  readonly dataTypes: QueryState<readonly string[]> | undefined;
  readonly toggleDetails: () => void;
  /** The connect journey, while this connection is being reconnected. */
  readonly journey: unknown;
}

/**
 * One connection: platform, status, reason, dates, next step and menu. What every row has is made without a template,
 * whose comments and white space would be most of a long list's nodes.
 */
class RowDirective extends Directive {
  readonly #logo = new LogoRenderer();
  readonly #name = createHtmlElement('div', { part: 'name' });
  readonly #status = createHtmlElement('span', { part: 'status' });
  readonly #dates = createHtmlElement('span', { part: 'small dates' });
  readonly #what = createHtmlElement(
    'div',
    { class: 'what' },
    this.#name,
    createHtmlElement('div', { class: 'status' }, this.#status, ' ', this.#dates),
  );
  readonly #menuButton = createHtmlElement(
    'button',
    { part: 'button menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    createIcon('more'),
  );
  readonly #element = createHtmlElement(
    'li',
    { part: 'row' },
    this.#logo.element,
    this.#what,
    this.#menuButton,
  );
  readonly #renderWhy = rendererInto(this.#what);
  readonly #renderNextStep = rendererInto(this.#element, this.#menuButton);
  readonly #renderBelow = rendererInto(this.#element);

  render(row: ConnectionRow, options: RowOptions): HTMLElement {
    const { connection, statusView, logo, name } = row;
    const { messages, lang, lender, canChoose, menus, journey, dataTypes, toggleDetails } = options;
    const { id, platformName, organisation } = connection;
    const { statuses, whys, more } = messages.connectionList;
    const { status, reason, icon, tone, showsReference } = statusView;
    const menuId = `menu-${id}`;
    if (this.#element.dataset['row'] !== id) {
      this.#element.dataset['row'] = id;
      this.#menuButton.setAttribute('popovertarget', menuId);
      menus.addButton(this.#menuButton);
    }
    this.#logo.show(platformName, logo);
    replaceIfChanged(
      this.#name,
      createHtmlElement('bdi', {}, platformName),
      ...(organisation
        ? [createSeparator(), ' ', createHtmlElement('bdi', { part: 'organisation' }, organisation)]
        : []),
    );
    setAttributeIfChanged(this.#status, 'data-tone', tone);
    replaceIfChanged(this.#status, createIcon(icon), statuses[status]);
    replaceIfChanged(this.#dates, ...createDates(connection, options));
    setAttributeIfChanged(this.#menuButton, 'aria-label', more(name));
    this.#renderWhy(
      !journey && reason && html`<p part="why">${whys[reason](platformName, lender, canChoose)}</p>`,
      !journey && showsReference && renderReferenceButton(id, lang),
    );
    this.#renderNextStep(!journey && renderNextStep(row, options));
    this.#renderBelow(
      menus.isApproached(menuId) && renderRowMenu(menuId, row, options),
      renderActionState(row, options),
      journey,
      dataTypes && renderDetails(row, { messages, lang, dataTypes, hide: toggleDetails }),
    );
    return this.#element;
  }
}

export const renderRow = directive(RowDirective);

/** Returns a function that renders what most rows lack, at the end of an element or before one of its children. Until there is content, it adds no comment node either. */
function rendererInto(
  container: HTMLElement,
  renderBefore: HTMLElement | null = null,
): (...contents: unknown[]) => void {
  let isEmpty = true;
  return (...contents) => {
    isEmpty &&= !contents.some(Boolean);
    if (!isEmpty)
      render(
        contents.map((content) => content || nothing),
        container,
        { renderBefore },
      );
  };
}

/** The browser computes an element's style again even when an attribute is set to an equal value. */
function setAttributeIfChanged(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Replaces the children of an element unless they are equal, since a person may have selected their text. */
function replaceIfChanged(element: HTMLElement, ...children: (Node | string)[]): void {
  const next = element.cloneNode() as HTMLElement;
  next.append(...children);
  if (!next.isEqualNode(element)) element.replaceChildren(...next.childNodes);
}

const createSeparator = (): HTMLElement => createHtmlElement('span', { class: 'between' }, ' ·');

function createIcon(name: IconName): Element | string {
  const fragment = document.createDocumentFragment();
  render(icons[name], fragment);
  return fragment.firstElementChild ?? '';
}

/** Shows the creation date only while linked: Codat gives no date of unlinking or deauthorization. */
function createDates(
  { status, created, lastSync }: Connection,
  { messages, lang }: RowOptions,
): (Node | string)[] {
  const { since, read } = messages.connectionList;
  const dates: Node[] = [];
  if (status === 'Linked' && created)
    dates.push(createHtmlElement('span', {}, since(formatDate(created, lang))));
  if (lastSync) {
    const exact = { datetime: lastSync.toISOString(), title: formatDateTime(lastSync, lang) };
    dates.push(createHtmlElement('time', exact, read(formatAgo(lastSync, lang))));
  }
  return dates.flatMap((date, index) => (index > 0 ? [createSeparator(), ' ', date] : date));
}

/** `aria-disabled` instead of `disabled`, which would take focus from the button just pressed. */
function renderNextStep(
  { connection, name, statusView: { nextStep } }: ConnectionRow,
  { messages, actionState, onAction, canChoose, onChoose }: RowOptions,
): TemplateResult | undefined {
  const isChoice = nextStep === 'choose';
  if (!nextStep || !(isChoice ? canChoose : connection.can.includes('reconnect'))) return undefined;
  const { short, whole } = messages.connectionList.ways[nextStep];
  return html`<div part="actions">
    <button
      part="button way"
      data-action=${isChoice ? nextStep : 'reconnect'}
      aria-label=${whole(name)}
      aria-disabled=${actionState.is === 'running' ? 'true' : nothing}
      @click=${isChoice ? onChoose : () => onAction('reconnect')}
    >
      ${short}
    </button>
  </div>`;
}

function renderRowMenu(
  id: string,
  { connection, name, statusView }: ConnectionRow,
  options: RowOptions,
): TemplateResult {
  const { messages, actionState, onAction, menus } = options;
  const { ways, actions, more, details: labels } = messages.connectionList;
  const { nextStep } = statusView;
  const offered = connection.can.filter(
    (action) => action !== 'reconnect' || !nextStep || nextStep === 'choose',
  );
  const actionItems = offered.map((action): MenuItem => ({
    name: action === 'reconnect' ? ways.reconnect.short : actions[action],
    action,
    disabled: actionState.is === 'running',
    onSelect: () => onAction(action),
  }));
  return renderMenu({
    id,
    name: more(name),
    items: [
      { name: options.dataTypes ? labels.hide : labels.show, onSelect: options.toggleDetails },
      ...actionItems,
    ],
    controller: menus,
  });
}

/** Not a live region: the list's own announces it. */
function renderActionState(
  { connection, name }: ConnectionRow,
  { actionState, messages, lang }: RowOptions,
): unknown {
  if (actionState.is === 'idle' || actionState.subject.connection.id !== connection.id) return undefined;
  if (actionState.is === 'running')
    return html`<p part="doing">${messages.connectionList.under[actionState.subject.action](name)}</p>`;
  const { title, advice } = messages.errors[actionState.error.kind];
  const { correlationId } = actionState.error;
  return html`<p part="doing" data-tone="danger">
    ${icons.alert}
    <span>${title}. ${advice} ${renderReferenceButton(correlationId, lang)}</span>
  </p>`;
}
