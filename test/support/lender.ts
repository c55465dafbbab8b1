/** A lender's whole server in this page, from the test kit. Most tests of elements start with it. */
export { openLender, type HeldResponse, type Lender } from '../../src/testing/lender.js';
