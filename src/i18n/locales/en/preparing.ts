import type { Messages } from '../../messages.js';
import { lenderNameOrDefault } from './lender-name-or-default.js';

export const preparing: Messages['preparing'] = {
  alreadyConnected: (platform, lender) => ({
    title: `${platform} is connected`,
    advice: `One accounting platform can be connected at a time. If you change, ${lender || 'this lender'} keeps what it has already read.`,
  }),
  replace: (connected, wanted) => `Disconnect ${connected} and connect ${wanted}`,
  heading: (platform) => `Connect ${platform}`,
  needsHeading: 'Before you start',
  needsThere: 'What you’ll need there',
  copyKey: 'Copy the licence key',
  needs: {
    administrator: (platform) => `You sign in to ${platform} as an administrator.`,
    companyAdministrator: (platform) => `You sign in to ${platform} as its primary admin or a company admin.`,
    adminApproval: () => 'Your Microsoft administrator may have to approve this first. You then start again.',
    staffPermissions: (platform) =>
      `Your ${platform} account has the permissions “Enable app development” and “Develop apps”.`,
    windowsComputer: (platform) =>
      `You are at the Windows computer that runs ${platform}. It doesn’t work on a Mac.`,
    windowsAdministrator: () => 'You’re allowed to install programs on that computer.',
    ownComputer: (platform) =>
      `${platform} runs on that computer itself, not at a hosting service such as Online50.`,
    installer: () => 'You download a small program and install it there.',
    orHosted: () => 'There is nothing to install if you use QuickBooks Enterprise Cloud or Rightworks.',
    licenceKey: () => 'The program asks for a licence key. You copy it from this page.',
    companyOpen: (platform) =>
      `${platform} is open, and you are signed in to the company you want to connect.`,
    fileUser: (platform) => `You know the name and password of a ${platform} user who may read everything.`,
    accountRightFileUser: () =>
      'For an AccountRight file you know its own user name and password, which Codat asks for and keeps.',
    onlineFile: () => 'Your company file is online, not only on a computer.',
    bundle: (platform) => `You install the bundle “AppLink” in ${platform} and turn on four of its features.`,
    extension: (platform) =>
      `Codat’s extension “App Link” is installed in ${platform}. The page may reload by itself meanwhile.`,
    subsidiary: () => 'You choose the production account, and one subsidiary.',
    webServices: (platform) => `You turn on web services in ${platform}.`,
    webServicesUser: () =>
      'You create a web services user, and enter its name and password with your company ID.',
    entityAccess: (platform) => `Entity-level access is turned on in ${platform}.`,
    storeAddress: () => 'You know the web address of your shop.',
    storeName: () => 'You know the name of your shop: what stands before .myshopify.com in its address.',
    ownApp: () =>
      'You make an app of your own in Shopify’s Dev Dashboard, install it, and copy its client ID and secret.',
    apiAccount: (platform) =>
      `You make a store API account in ${platform} and copy four values from it. They are shown only once.`,
    onePerRegion: () =>
      'Each marketplace is connected by itself. You connect again for every region you sell in.',
    bank: (platform) => `You choose your bank at ${platform} and sign in to it from there.`,
    every90Days: () => 'You are asked to confirm it every 90 days.',
    noTrial: () => 'A trial account can’t be connected.',
    notSelfEmployed: () => 'QuickBooks Self-Employed can’t be connected.',
    notClassic: () => 'FreshBooks Classic can’t be connected.',
    standardOnline: () => 'You use the online Standard edition. Sage 200 Professional can’t be connected.',
  },
  password: {
    platform: (platform, lender) =>
      `You sign in on ${platform}’s own page. ${lenderNameOrDefault(lender)} never sees your password.`,
    codat: (platform, lender) =>
      `You enter your details of ${platform} on a page of Codat, which reads your data for ${lender || 'this lender'}.`,
    connector: (platform) =>
      `You type your ${platform} password into the program you install, never on this page.`,
  },
  lasts: ({ from, to }) => `It takes ${from} to ${to} minutes.`,
  firstData: {
    overnight: (platform) =>
      `The first data may arrive only at night, between 7 pm and 7 am, while the computer is on. ${platform} can’t be used while it is read.`,
    whileComputerIsOn: (platform) =>
      `The first data arrives within half an hour, while the computer that runs ${platform} is on.`,
  },
  onPhone: {
    'computer-advised': (platform) => ({
      title: 'This is easier at a computer',
      advice: `The pages of ${platform} are hard to use on a small screen. Send the link to your computer, or continue here.`,
    }),
    'windows-only': (platform) => ({
      title: `Continue at the computer that runs ${platform}`,
      advice: `${platform} can’t be connected from a phone. Send the link to that computer and open it there.`,
    }),
  },
  agreeFirst: 'Tick the box to go on.',
  agreeAgain: 'These words have changed. Read them and tick the box to go on.',
  sendToComputer: 'Send the link to my computer',
  continueTo: (platform) => `Continue to ${platform}`,
  back: 'Back to all platforms',
};
