/** Lists what each language lacks, has too much of, or says in English; fails when something is missing or too much. */
import { en } from './english.js';
import { findGaps, listLanguages } from './locale-gaps.js';
import { messagesIn } from './messages-in.js';

const english = messagesIn(en);

for (const language of await listLanguages()) {
  const { all, missing, extra, same } = await findGaps(language, english);
  console.log(`${language}: ${all - missing.length} of ${all} said`);
  for (const key of missing) console.log(`  missing    ${key}`);
  for (const key of extra) console.log(`  not ours   ${key}`);
  for (const key of same) console.log(`  as English ${key}`);
  if (missing.length + extra.length > 0) process.exitCode = 1;
}
