import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.js';
import { checklist, judgeRules, type Finding } from './partner-rules/rules.js';
import { takeSnapshot, type PageSnapshot } from './partner-rules/page-snapshot.js';

/*
 * Opens pages of a lender and says, rule by rule, what our elements on them meet or miss of what Xero and Intuit ask of
 * an integration. Exits with 1 where a rule is missed, with 2 where there is nothing to judge.
 */

const usage = `npm run check:partner-rules -- URL… [--cookie NAME=VALUE]… [--json]
  URL       a page with <platform-picker> or <connection-list>; several count as one
  --cookie  what signs you in there`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cookie: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});

const marks: Readonly<Record<Finding['is'], string>> = { met: '✓', missed: '✗', 'not seen': '–' };

async function snapshotsOf(urls: readonly string[]): Promise<PageSnapshot[]> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies(
      urls.flatMap((url) =>
        values.cookie.map((cookie) => {
          const [name = '', ...value] = cookie.split('=');
          return { name, value: value.join('='), url };
        }),
      ),
    );
    const page = await context.newPage();
    const snapshots: PageSnapshot[] = [];
    for (const url of urls) {
      await page.goto(url);
      snapshots.push(await takeSnapshot(page));
    }
    return snapshots;
  } finally {
    await browser.close();
  }
}

function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ is, id, says, missing, source }) =>
    [
      `${marks[is]} ${is.padEnd(8)} ${id}: ${says}`,
      ...(missing.length > 0 ? [`    falls short: ${missing.join(', ')}`] : []),
      `    ${source}`,
    ].join('\n'),
  );
  const otherFindings = checklist.map(({ says, source }) => `☐ ${says}\n    ${source}`);
  return [...lines, '', 'For a person to go through:', ...otherFindings].join('\n');
}

if (positionals.length === 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const snapshots = await snapshotsOf(positionals);
  const findings = judgeRules(snapshots);
  console.log(values.json ? JSON.stringify({ findings, checklist }, null, 2) : report(findings));
  if (snapshots.every(({ elements }) => elements === 0)) {
    console.error(
      'None of our elements is on these pages: is the address right, and are you signed in there?',
    );
    process.exitCode = 2;
  } else if (findings.some(({ is }) => is === 'missed')) process.exitCode = 1;
}
