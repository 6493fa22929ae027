import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptTheme, Frame } from './kit/index.js';
import { router } from './router.js';
import { Announcer } from './shell/Announcer.js';
import { chosenLanguage, startWords } from './words/index.js';

/** Answers stay in memory only: a shared office computer keeps nothing of a household. */
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });

adoptTheme();
await startWords(chosenLanguage());
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Frame>
      <QueryClientProvider client={queries}>
        <Announcer>
          <RouterProvider router={router} />
        </Announcer>
      </QueryClientProvider>
    </Frame>
  </StrictMode>,
);
