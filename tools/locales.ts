/** Lists what each language lacks, has too much of, or says in English; fails when something is missing or too much. */
import { en } from './english.js';
import { gapsOf, languages } from './locale-gaps.js';
import { messagesIn } from './messages-in.js';

const english = messagesIn(en);

for (const language of await languages()) {
  const { all, missing, extra, same } = await gapsOf(language, english);
  console.log(`${language}: ${all - missing.length} of ${all} said`);
  for (const place of missing) console.log(`  missing    ${place}`);
  for (const place of extra) console.log(`  not ours   ${place}`);
  for (const place of same) console.log(`  as English ${place}`);
  if (missing.length + extra.length > 0) process.exitCode = 1;
}
