/** For a host's tests: page objects and fixtures for Playwright, helpers for unit tests in jsdom, and scenarios of the simulator. */
export {
  answerSignIn,
  choosePlatform,
  waitForPart,
  renderElement,
  type SignInAnswer,
  type RenderedElement,
} from './dom.js';
export { openLender, type HeldResponse, type Lender } from './lender.js';
export {
  ConnectionsPage,
  playwrightFixtures,
  PickerPage,
  SignInPage,
  SimulatorControl,
  type ConnectFixtures,
} from './pages.js';
export { applyScenario, scenarioNames, type ScenarioName, type ScenarioOptions } from './scenarios.js';
