import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

type Say = (sentence: string) => void;
const Saying = createContext<Say>(() => undefined);

/** Says what succeeded, in one polite region that outlives navigation. */
export function Announcer({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState('');
  const clock = useRef<number>(undefined);
  const say = useCallback((next: string) => {
    window.clearTimeout(clock.current);
    setSentence(next);
    clock.current = window.setTimeout(() => setSentence(''), 8000);
  }, []);
  return (
    <Saying.Provider value={useMemo(() => say, [say])}>
      {children}
      <div role="status" aria-live="polite" className="done">
        {sentence ? <p>{sentence}</p> : null}
      </div>
    </Saying.Provider>
  );
}

export function useSay(): Say {
  return useContext(Saying);
}
