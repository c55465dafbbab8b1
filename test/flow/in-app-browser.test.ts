import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toAndroidIntentUrl, isInApp } from '../../src/flow/in-app-browser.js';

const ios = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0';

describe('a browser inside another app', () => {
  const inside = [
    `${ios} Mobile/22B83 [FBAN/FBIOS;FBAV/489.0.0;FBBV/1;FBDV/iPhone16,1]`,
    `${ios} Mobile/22B83 Instagram 357.0.0 (iPhone16,1; iOS 18_1)`,
    `${ios} Mobile/22B83 [LinkedInApp]/9.30`,
    `${ios} Mobile/22B83 MicroMessenger/8.0.50`,
    `${ios} GSA/340.0 Mobile/15E148 Safari/604.1`,
    `${ios} Mobile/15E148 Safari Line/14.18.0`,
    `${android} Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0.0;]`,
    'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  ];
  const own = [
    `${ios} Version/18.1 Mobile/15E148 Safari/604.1`,
    `${ios} CriOS/130.0 Mobile/15E148 Safari/604.1`,
    `${android} Mobile Safari/537.36`,
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 Edg/125.0',
    'Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  ];

  for (const userAgent of inside)
    it(`is detected: ${userAgent.slice(-40)}`, () => assert.equal(isInApp(userAgent), true));
  for (const userAgent of own)
    it(`is not detected: ${userAgent.slice(-40)}`, () => assert.equal(isInApp(userAgent), false));
});

describe('the link to the system’s browser', () => {
  it('is an intent on Android', () => {
    assert.equal(
      toAndroidIntentUrl('https://www.larkspur.example/apply?step=2#books', android),
      'intent://www.larkspur.example/apply?step=2#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
    );
  });

  it('does not exist on other systems, nor for a page without TLS', () => {
    assert.equal(toAndroidIntentUrl('https://www.larkspur.example/apply', ios), undefined);
    assert.equal(toAndroidIntentUrl('http://localhost:4173/apply', android), undefined);
  });
});
