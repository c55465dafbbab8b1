import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** What a browser may have and refuse is reached in `src/browser` alone, where there is a way to go on without it. */
const refusing = [
  ['window', 'open'],
  ['navigator', 'locks'],
  ['navigator', 'onLine'],
  ['navigator', 'clipboard'],
  ['AbortSignal', 'any'],
];
const refusingMembers = '/^(attachInternals|states|showModal|showPopover|hidePopover|togglePopover)$/';

/** Words of nobody's documentation, which each meant several things here; CONTRIBUTING has the ones to use. */
const vagueNames = `
  apart asked atMost barred beside bring chose comeBack coming complaint considered demand doing duty enliven
  followed funnel furthest going growing hands hear heard hush keeper keptBack landings lane lanes lay learn
  leaveTo letGoOn longest look looks manner met milestone milestones missed news noted noticed oneOf outdate
  pace patience payer presentable scene scenes sight situation spared sparing speakers spoken standing stir
  straight takeIn takeOut tell telling tend told turns unasked underWay was wasOf wish wishes worded
`
  .trim()
  .split(/\s+/)
  .flatMap((name) => [name, name[0].toUpperCase() + name.slice(1)]);

/** Modules of the gateway that compare dates with what others wrote. */
const dating = [
  'platforms/branding-cache',
  'platforms/catalogue',
  'codat/codat-client',
  'limits/company-codat-call-quota',
  'consents/required-consents',
  'elapsed-time-clock',
  'telemetry/log',
  'store/memory-store',
  'limits/lender-codat-call-quota',
  'parse-settings',
  'http/routes/events',
  'share-links/share-links',
  'auth/signer',
  'changes/webhook-receiver',
].map((name) => `src/gateway/${name}.ts`);

/** Modules that read JSON of others than the store. */
const parsing = [
  'auth/signer',
  'codat/codat-client',
  'changes/change-feed',
  'store/parse-stored',
  'http/body',
  'platforms/platform-list',
  'changes/webhook-event',
].map((name) => `src/gateway/${name}.ts`);

const noDates = [
  'MemberExpression[property.name="now"]:not([object.name="performance"])',
  'ObjectPattern > Property[key.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
].map((selector) => ({
  selector,
  message:
    'The date may be set back: durations go by `elapsed` of the settings. What compares dates is listed here.',
}));

const noRawJson = {
  selector: 'MemberExpression[object.name="JSON"][property.name="parse"]',
  message: 'What comes from outside may be no JSON: parseJson, or parseStored for values of the store.',
};

export default ts.config(
  {
    ignores: [
      'dist',
      'demo/built',
      'storybook-static',
      'coverage',
      'pictures',
      '.demo',
      '.test',
      'test/package/types',
      // Projects of hosts, with compilers and packages of their own.
      'demo/clients',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    // The rules that need types are those of .oxlintrc.json, which checks them in an eighth of the time.
    extends: [ts.configs.strict, ts.configs.stylistic],
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/gateway/**', 'src/server/**', 'src/simulator/**', 'src/testing/**'],
    extends: [lit.configs['flat/all'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
    rules: {
      'no-console': 'error',
      // Our properties are `#name`; Lit's own need the decorator.
      'lit/no-private-properties': 'off',
      'lit/prefer-static-styles': 'off',
      'lit/no-template-map': 'off',
      // `useDefineForClassFields` is off: a field sets the reactive property rather than shadow it.
      'lit/no-classfield-shadowing': 'off',
      // Templates stand in functions as well as in classes; a new listener at each render costs next to nothing.
      'lit/no-template-arrow': 'off',
      // A controller may be held only for what it does.
      'no-unused-private-class-members': 'off',
      'wc/guard-super-call': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: "`import * as z from 'zod/mini'`: the whole of zod weighs 77 kB." },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [
      'src/browser/**',
      'src/cli/**',
      'src/gateway/**',
      'src/server/**',
      'src/simulator/**',
      'src/testing/**',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['sessionStorage', 'localStorage', 'indexedDB', 'BroadcastChannel', 'matchMedia', 'open'].map(
          (name) => ({ name, message: 'Browsers may refuse it: reach it through src/browser.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        ...refusing.map(([object, property]) => ({
          object,
          property,
          message: 'Browsers may refuse it: reach it through src/browser.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[property.name=${refusingMembers}]`,
          message: 'Browsers may refuse it: reach it through src/browser.',
        },
        {
          selector: 'ImportExpression:not(CallExpression[callee.name="lazy"] ImportExpression)',
          message: 'Loading may fail: lazy(() => import(…)) of src/browser/loading/lazy.ts asks again.',
        },
        {
          selector: 'NewExpression[callee.name="Request"][arguments.1]:has(Property[key.name="signal"])',
          message:
            'A unit test’s DOM may refuse the signal: use createRequestWithSignal of src/browser/create-request-with-signal.ts.',
        },
      ],
    },
  },
  {
    files: ['src/gateway/**/*.ts'],
    ignores: ['src/gateway/parse-json.ts'],
    rules: { 'no-restricted-syntax': ['error', noRawJson, ...noDates] },
  },
  {
    files: ['src/gateway/**/*.ts'],
    ignores: parsing,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/parse-json\\.js$',
              message: 'parseStored reads values of the store, and emits an event for those it can’t parse.',
            },
          ],
        },
      ],
    },
  },
  { files: dating, rules: { 'no-restricted-syntax': ['error', noRawJson] } },
  { files: ['src/**/*.ts'], rules: { 'id-denylist': ['error', ...vagueNames] } },
  // Warnings are what it is for; nothing of it is in what a host builds for production.
  { files: ['src/development/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai asserts by property.
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="timers"][object.property.name="mock"]',
          message: 'It mixes up the timers of tests in one process: stopClock of test/support/clock.ts.',
        },
      ],
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
);
