import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, freshKey, Refused } from '../graphql/ask.js';
import { commitImportDocument, previewImportDocument, projectsDocument } from '../graphql/documents.js';
import { Alert, Button, FileInput, Page, Panel, Progress, TextInput } from '../kit/index.js';
import { useSay } from '../shell/Announcer.js';
import { useMe } from '../session/session.js';
import { Problem } from '../shell/Problem.js';
import { NotFound } from '../shell/Shell.js';
import { refusalWords } from '../task/refusals.js';
import { asBase64 } from './base64.js';
import { Preview } from './Preview.js';

/** Who may not import does not find the page. */
export function ImportPage() {
  const me = useMe().data?.me;
  return me?.may.includes('import') ? <Importing /> : <NotFound />;
}

/** Look first, then import: nothing is written before the second press. */
function Importing() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [project, setProject] = useState('');
  const preview = usePreview();
  const commit = useCommit();
  const choose = (chosen: File | null) => (setFile(chosen), preview.reset(), commit.reset());
  const ready = file !== null && project.trim() !== '';
  const result = preview.data;
  const clean = result && result.errors.length === 0 && result.refusals.length === 0;
  return (
    <Page title={t('import.title')} lead={t('import.lead')}>
      <Panel title={t('import.file')}>
        <form
          className="stack"
          onSubmit={(event) => (event.preventDefault(), ready && preview.mutate({ file, project }))}
        >
          <ProjectField value={project} onChange={setProject} />
          <FileInput
            label={t('import.file')}
            description={t('import.file.hint')}
            placeholder={t('import.file.none')}
            accept=".csv,text/csv"
            value={file}
            onChange={choose}
          />
          <div>
            <Button type="submit" variant="default" disabled={!ready} loading={preview.isPending}>
              {t('import.check')}
            </Button>
          </div>
        </form>
      </Panel>
      <Problems error={preview.error ?? commit.error} refusals={result?.refusals ?? []} retry={preview.reset} />
      {result ? <Preview result={result} /> : null}
      {clean && file && !commit.data ? (
        <Button size="md" loading={commit.isPending} onClick={() => commit.mutate({ file, project })}>
          {t('import.go')}
        </Button>
      ) : null}
      {commit.isPending ? <Progress value={100} animated aria-label={t('import.busy')} mt="md" /> : null}
      {commit.data?.refusals.length === 0 ? <p>{t('import.next')}</p> : null}
      <Problems error={null} refusals={commit.data?.refusals ?? []} retry={commit.reset} />
    </Page>
  );
}

interface Chosen {
  readonly file: File;
  readonly project: string;
}

async function inputOf({ file, project }: Chosen, key = freshKey()) {
  return { key, project: project.trim(), file: { name: file.name, base64: await asBase64(file) } };
}

function usePreview() {
  return useMutation({
    mutationFn: async (chosen: Chosen) =>
      (await ask(previewImportDocument, { input: await inputOf(chosen) })).previewImport,
  });
}

function useCommit() {
  const { t } = useTranslation();
  const say = useSay();
  // One key until it is answered: pressing again after a lost answer imports once.
  const key = useRef(freshKey());
  return useMutation({
    mutationFn: async (chosen: Chosen) =>
      (await ask(commitImportDocument, { input: await inputOf(chosen, key.current) })).commitImport,
    onSuccess: (done) => {
      key.current = freshKey();
      if (done.refusals.length === 0) say(t('import.done', { count: done.households }));
    },
  });
}

function ProjectField({ value, onChange }: { value: string; onChange: (slug: string) => void }) {
  const { t } = useTranslation();
  const known = useQuery({ queryKey: ['projects'], queryFn: () => ask(projectsDocument, {}) });
  return (
    <>
      <TextInput
        label={t('import.project')}
        description={t('import.project.hint')}
        list="projects"
        maw={420}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id="projects">
        {known.data?.projects.map((project) => (
          <option key={project.slug} value={project.slug}>
            {project.name}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Problems(props: {
  error: Error | null;
  refusals: readonly { code: string; path?: string | null }[];
  retry: () => void;
}) {
  const { t } = useTranslation();
  if (props.error)
    return <Problem error={props.error instanceof Refused ? props.error : new Refused('file')} retry={props.retry} />;
  return props.refusals.map((refusal) => (
    <Alert key={refusal.code} color="brick" role="alert">
      {refusalWords(t, refusal)}
    </Alert>
  ));
}
