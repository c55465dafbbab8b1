import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createGateway } from '../../src/gateway/index.js';
import { companyOf, createDemo } from './app.js';
import { Customers } from './customers.js';
import { serveSimulator } from './serve-simulator.js';
import { signingKeys } from './signing-keys.js';
