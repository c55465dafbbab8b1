import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Lender } from './lender.js';

describe('a company in the simulated Codat', () => {
  it('silently drops the characters that Codat does not allow in a name', async () => {
    const { name } = await new Lender().ask('POST', '/companies', { name: 'Company (Codat[1])' });
    assert.equal(name, 'Company Codat1');
  });

  it('is found by its tags, matched exactly', async () => {
    const lender = new Lender();
    for (const uid of ['a1', 'A1', 'a12']) {
      await lender.ask('POST', '/companies', { name: uid, tags: { uid, region: 'uk' } });
    }
    const named = async (tags: string) =>
      (await lender.find('/companies', { tags })).results.map((each) => each.name);

    assert.deepEqual(await named('uid=a1'), ['a1']);
    assert.deepEqual(await named('uid~a1'), ['a1', 'a12']);
    assert.deepEqual(await named('region=uk && uid!=a1'), ['A1', 'a12']);
    assert.deepEqual(await named('region=us'), []);
  });

  it('keeps the fields that an update leaves out', async () => {
    const lender = new Lender();
    const { id } = await lender.ask('POST', '/companies', { name: 'Bracken', tags: { uid: '1' } });
    const changed = await lender.ask('PATCH', `/companies/${id}`, { name: 'Bracken Ltd', tags: null });
    assert.deepEqual([changed.name, changed.tags], ['Bracken Ltd', { uid: '1' }]);
  });

  it('is gone once deleted, with its connections', async () => {
    const lender = new Lender();
    const { home, path } = await lender.connect();
    assert.equal((await lender.send('DELETE', home)).status, 204);
    assert.equal((await lender.send('GET', home)).status, 404);
    assert.equal((await lender.send('GET', path)).status, 404);
  });

  it('is found by the status of its connections', async () => {
    const lender = new Lender();
    const { company } = await lender.link();
    await lender.connect();
    const { results } = await lender.find('/companies', { query: 'dataConnections.status=Linked' });
    assert.deepEqual(
      results.map(({ id }) => id),
      [company.id],
    );
  });

  const refused: Record<string, unknown> = {
    'no name': { description: 'x' },
    'an empty name': { name: '' },
    'a name with nothing left of it': { name: '株式会社' },
    'a number for a name': { name: 7 },
    'a tag that is not text': { name: 'x', tags: { uid: 1 } },
    'a tag of more than 100 characters': { name: 'x', tags: { uid: 'x'.repeat(101) } },
    'more than ten tags': {
      name: 'x',
      tags: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`tag${n}`, ''])),
    },
    'a list': [],
    'half a JSON text': '{"name":',
  };
  for (const [what, body] of Object.entries(refused)) {
    it(`is refused with ${what}`, async () => {
      const lender = new Lender();
      assert.equal((await lender.send('POST', '/companies', body)).status, 400);
      assert.equal((await lender.ask('GET', '/companies')).totalResults, 0);
    });
  }

  it('has an access token of its own', async () => {
    const lender = new Lender();
    const { home } = await lender.connect();
    assert.equal((await lender.send('GET', `${home}/accessToken`)).status, 200);
    assert.equal((await lender.send('GET', `/companies/${crypto.randomUUID()}/accessToken`)).status, 404);
  });
});
