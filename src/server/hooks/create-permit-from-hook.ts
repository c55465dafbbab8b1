import * as z from 'zod/mini';
import type { GatewaySettings } from '../../gateway/settings.js';
import type { SignedCallSender } from './signed-call-sender.js';

type Question = Parameters<NonNullable<GatewaySettings['permit']>>[0];

interface PendingQuestion {
  readonly question: Question;
  readonly resolve: (isAllowed: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/** The most questions of one call. A list of sixty connections has up to 180 of them. */
const maxQuestions = 200;

const answer = z.object({ allowed: z.array(z.boolean()) });

/**
 * The gateway's `permit`, which calls the hook `permit`. A list of connections asks many questions at one moment; those of
 * one company are sent in one call, whose `data` has `company` and `questions`. The answer is `{ "allowed": [true, …] }`,
 * with one value for each question; any other answer rejects.
 */
export function createPermitFromHook(
  call: SignedCallSender['call'],
): (question: Question) => Promise<boolean> {
  const pending = new Map<string, PendingQuestion[]>();

  const send = async (company: string, batch: readonly PendingQuestion[]): Promise<void> => {
    const questions = batch.map(({ question: { action, connection } }) => ({ action, connection }));
    try {
      const { allowed } = answer.parse(await call('permit', { company, questions }));
      if (allowed.length !== batch.length) throw wrongAnswer();
      batch.forEach(({ resolve }, index) => resolve(allowed[index] === true));
    } catch (thrown) {
      for (const { reject } of batch) reject(thrown instanceof z.core.$ZodError ? wrongAnswer() : thrown);
    }
  };
  const sendAll = (company: string): void => {
    const batch = pending.get(company) ?? [];
    pending.delete(company);
    for (let from = 0; from < batch.length; from += maxQuestions)
      void send(company, batch.slice(from, from + maxQuestions));
  };

  return (question) =>
    new Promise((resolve, reject) => {
      const { company } = question;
      const batch = pending.get(company);
      if (batch) batch.push({ question, resolve, reject });
      else {
        pending.set(company, [{ question, resolve, reject }]);
        setImmediate(sendAll, company);
      }
    });
}

const wrongAnswer = (): Error =>
  Object.assign(new Error('The lender’s app did not say what is allowed.'), { code: 'NOT_AN_ANSWER' });
