import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpError, memoryStore } from '../../../src/gateway/index.js';
import { setUp } from '../set-up.js';

const companies = /^\/companies$/;

describe('ensureCompany', () => {
  it('creates a company once, and finds it again by the lender’s reference', async () => {
    const { gateway, simulator, countRequests, clock } = await setUp();
    const id = await gateway.ensureCompany({ reference: 'cus_42', description: 'Bäckerei Müller' });
    clock.now += 60_000;
    assert.equal(await gateway.ensureCompany({ reference: 'cus_42' }), id);
    const made = simulator.snapshot().companies.find((company) => company.id === id);
    assert.deepEqual(
      [made?.name, made?.description, made?.tags],
      ['cus-42', 'Bäckerei Müller', { uid: 'cus_42' }],
    );
    assert.equal(countRequests('POST', companies), 2);
  });

  it('creates one company for two simultaneous calls, in one process or two', async () => {
    const store = memoryStore();
    const { gateway, simulator, countRequests } = await setUp({ store });
    const other = await setUp({ store, fetch: (request) => simulator.fetch(request) });
    const ids = await Promise.all([
      gateway.ensureCompany({ reference: 'customer-2' }),
      gateway.ensureCompany({ reference: 'customer-2' }),
      other.gateway.ensureCompany({ reference: 'customer-2' }),
    ]);
    assert.equal(new Set(ids).size, 1);
    assert.equal(countRequests('POST', companies), 2);
  });

  it('never returns another customer’s company, even if Codat ignores the filter', async () => {
    const { simulator } = await setUp();
    const { gateway, company } = await setUp({
      fetch: (request) => {
        const url = new URL(request.url);
        url.searchParams.delete('tags');
        return simulator.fetch(new Request(url, request));
      },
    });
    const other = await gateway.ensureCompany({ reference: 'customer-10' });
    assert.notEqual(other, company);
  });

  it('accepts only references that Codat stores unchanged and that mean nothing in a query', async () => {
    const { gateway, countRequests } = await setUp();
    for (const reference of ['', 'a b', 'a&&region=uk', 'a,b', 'uid=1', 'ä', '-1', 'x'.repeat(101)]) {
      await assert.rejects(gateway.ensureCompany({ reference }), TypeError, reference);
    }
    assert.equal(countRequests('POST', companies), 1);
  });

  it('accepts only text, so that a number or a missing id is no other customer', async () => {
    const { gateway, countRequests } = await setUp();
    const lists = countRequests('GET', companies);
    for (const reference of [42, undefined, null, ['customer-1']] as unknown as string[]) {
      await assert.rejects(gateway.ensureCompany({ reference }), /`reference` must be a string/);
    }
    assert.equal(countRequests('GET', companies), lists);
  });

  it('rejects with our own error when Codat can’t be reached, and leaves nothing locked', async () => {
    const { gateway, simulator } = await setUp();
    const end = simulator.faults.add({ method: 'POST', trouble: { is: 'refused', status: 402 } });
    await assert.rejects(gateway.ensureCompany({ reference: 'customer-2' }), (thrown) => {
      assert.ok(thrown instanceof HttpError);
      assert.deepEqual([thrown.status, thrown.cause], [502, undefined]);
      return true;
    });
    end();
    assert.match(await gateway.ensureCompany({ reference: 'customer-2' }), /^[0-9a-f-]{36}$/);
  });
});
