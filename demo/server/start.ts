import { startDemo } from './start-demo.js';

const { PORT, SIMULATOR_PORT, CODAT_API_KEY, CODAT_WEBHOOK_SECRET, REDIS_URL } = process.env;
const port = Number(PORT ?? 4173);
const simulatorPort = Number(SIMULATOR_PORT ?? 4174);

try {
  const demo = await startDemo({
    port,
    simulatorPort,
    dataDir: '.demo',
    ...(CODAT_API_KEY && { apiKey: CODAT_API_KEY }),
    ...(CODAT_WEBHOOK_SECRET && { webhookSecret: CODAT_WEBHOOK_SECRET }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
  });

  console.log(`Larkspur Lending is open at ${demo.url}`);
  console.log(
    demo.simulator
      ? `Codat is simulated at ${demo.simulator.origin}. To use the real one: CODAT_API_KEY=… npm start`
      : `It talks to the real Codat. Set this redirect URL in Codat's Portal, under Settings > Auth flow > Redirects:\n  ${demo.redirectUrl}`,
  );

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.close().finally(() => process.exit(0)));
  }
} catch (reason) {
  const taken = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${port} or ${simulatorPort} is taken. Choose others: PORT=4183 SIMULATOR_PORT=4184 npm start`
      : reason,
  );
  process.exit(1);
}
