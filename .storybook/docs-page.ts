import { Description, Markdown, Stories, Title, useOf } from '@storybook/addon-docs/blocks';
import { createElement as h, Fragment, type ReactNode } from 'react';
import { describedElement, tablesOf, type Described } from '../stories/manifest.js';
import { usageOf } from '../stories/usage.js';

/** The page of an element: how to use it, everything it has in one table, and its stories. Other pages have no table. */
export function DocsPage(): ReactNode {
  const { preparedMeta } = useOf('meta', ['meta']);
  const [subject] = preparedMeta.title.split('/').slice(1);
  const element = subject ? undefined : describedElement(String(preparedMeta.component));
  return h(
    Fragment,
    null,
    h(Title),
    h(Description, { of: 'meta' }),
    element && h(Markdown, null, usageOf(element.tagName)),
    element && h(Reference, element),
    h(Stories, { title: 'What people see', includePrimary: true }),
  );
}

function Reference(element: Described): ReactNode {
  return h(
    'table',
    { style: { width: '100%', margin: '2rem 0' } },
    tablesOf(element).map(({ title, rows }) =>
      h(
        'tbody',
        { key: title },
        h('tr', null, h('th', { colSpan: 3, scope: 'rowgroup', style: { textAlign: 'start' } }, title)),
        rows.map(({ name, type, description = '', default: initial }) =>
          h(
            'tr',
            { key: name },
            h('td', null, h('code', null, name)),
            h('td', null, h(Markdown, null, description)),
            h(
              'td',
              null,
              h(
                Markdown,
                null,
                [type && `\`${type.text}\``, initial && `Default: \`${initial}\``]
                  .filter(Boolean)
                  .join('\n\n'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
