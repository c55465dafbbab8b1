import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Books } from './books.js';

const place = document.getElementById('app');
if (place)
  createRoot(place).render(
    <StrictMode>
      <Books />
    </StrictMode>,
  );
