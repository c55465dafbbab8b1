import '../../src/index.js';
import { openLender } from '../support/lender.js';
import { place, part } from '../support/page.js';
import { Live } from '../../src/session/live.js';
import { OwnTab } from '../../src/session/tab.js';
it('x', async () => {
  const lender = await openLender();
  await lender.connected('gbol', 'Marlow Bakery');
  const progress = place('sync-progress', { session: lender.session });
  await part(progress, 'bar');
  console.log(new OwnTab().awake, lender.session.connections.pace, lender.session.connections.watched, lender.session.life.aborted);
  const m = await import('../../src/session/live.js'); console.log(m.Live === Live);
}).timeout(20000);
