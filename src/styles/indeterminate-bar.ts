import { css } from 'lit';

/** The bar of what takes an unknown time: a piece that moves to and fro. */
export const indeterminateBarStyles = css`
  .moving {
    direction: ltr; /* the animation runs from left to right in every language */
  }

  .moving::before {
    content: '';
    display: block;
    inline-size: 30%;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_line);
    animation: slide 1600ms ease-in-out infinite alternate;
    forced-color-adjust: none;
  }

  /* Without motion, a partly filled bar would look like progress. */
  @media (prefers-reduced-motion: reduce) {
    .moving::before {
      inline-size: 100%;
      background: repeating-linear-gradient(90deg, var(--_line) 0 0.5em, transparent 0.5em 1em);
    }
  }

  @keyframes slide {
    to {
      translate: 233%;
    }
  }
`;
