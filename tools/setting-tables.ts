import { format } from 'prettier';
import { settingDefinitionsByName } from '../src/server/setting-definitions-by-name.js';
import type { SettingDefinition } from '../src/server/define-setting.js';

/** A page of documentation with a table of the server's settings at each `<!-- settings: GROUP -->`. */
export async function fillInSettingTables(page: string): Promise<string> {
  const filled = page.replace(
    /<!-- settings: (\w+) -->\n(?:\n(?:\|.*\n)+)?/g,
    (_, group: string) => `<!-- settings: ${group} -->\n\n${tableOf(group)}\n`,
  );
  return format(filled, { parser: 'markdown', printWidth: 110 });
}

function tableOf(group: string): string {
  const rows = Object.entries<SettingDefinition>(settingDefinitionsByName).filter(
    ([, setting]) => setting.group === group,
  );
  if (rows.length === 0) throw new Error(`There is no setting of the group ${group}.`);
  const hasWays = rows.some(([, { ways }]) => ways);
  const line = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
  const columns = ['Variable', ...(hasWays ? ['For'] : []), 'What it is', 'A valid text', 'Default'];
  return [
    line(...columns),
    line(...columns.map(() => '---')),
    ...rows.map(([name, { about, mustBe, fallback, isSecret, ways }]) =>
      line(
        `\`${name}\`${isSecret ? ' (secret)' : ''}`,
        ...(hasWays ? [ways?.map((way) => `\`${way}\``).join(', ') ?? 'all'] : []),
        about,
        mustBe,
        fallback === undefined ? '' : `\`${fallback}\``,
      ),
    ),
  ].join('\n');
}
