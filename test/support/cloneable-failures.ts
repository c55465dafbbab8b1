import { chai } from '@open-wc/testing';

/**
 * What an assertion compared is sent to the runner as a structured clone, which no node and no function has: without this,
 * a failure that compares them is never reported, and the runner waits for it until it times out.
 */
chai.use(({ Assertion }) => {
  const prototype = Assertion.prototype as { assert: (this: unknown, ...facts: unknown[]) => void };
  const { assert } = prototype;
  prototype.assert = function (...facts) {
    try {
      assert.apply(this, facts);
    } catch (thrown) {
      const failure = thrown as { actual: unknown; expected: unknown };
      failure.actual = cloneable(failure.actual);
      failure.expected = cloneable(failure.expected);
      throw thrown;
    }
  };
});

function cloneable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
