export { createSimulator } from './simulator.js';
export type { AskedRequest, Simulator, SimulatorSettings } from './simulator.js';
export { platforms, trueLayerDemoBank } from './platforms.js';
export type { SimulatedPlatform, SourceType } from './platforms.js';
export { syncLasts } from './pulls.js';
export type { PullStatus } from './pulls.js';
export type { Fault, Faults, Trouble } from './faults.js';
export type { SignInFailure } from './failures.js';
export type { ConnectionStatus, SimulatorState } from './state.js';
