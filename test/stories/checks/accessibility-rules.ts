/** The rules of axe that stories are held to beside those it has on by itself. */
export const accessibilityRules = [
  // Storybook switches it off, since a story may have no page around it; these have one.
  { id: 'region', enabled: true },
  // axe has it off by itself.
  { id: 'target-size', enabled: true },
];
