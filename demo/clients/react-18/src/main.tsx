import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Books } from './books';

const app = document.getElementById('app');
if (app)
  createRoot(app).render(
    <StrictMode>
      <Books />
    </StrictMode>,
  );
