/** Skips the tests that the engine of this run can't run: `test/engines/exceptions.ts` has the reasons. */
const leftOut = JSON.parse(process.env['LEFT_OUT'] ?? '[]') as string[];

if (leftOut.length > 0)
  beforeEach(function () {
    const title = this.currentTest?.fullTitle() ?? '';
    if (leftOut.some((beginning) => title.startsWith(beginning))) this.skip();
  });
