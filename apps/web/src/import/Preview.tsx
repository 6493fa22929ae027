import { useTranslation } from 'react-i18next';
import type { PreviewImportMutation } from '../gen/graphql.js';
import { Panel, Table } from '../kit/index.js';

type Result = PreviewImportMutation['previewImport'];
const FIGURES = ['rows', 'households', 'persons', 'new', 'changed', 'unchanged'] as const;

/** What the file would do, and every row that cannot be read. */
export function Preview({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('import.preview')}>
      <dl className="figures">
        {FIGURES.map((figure) => (
          <div key={figure}>
            <dt>{t(`import.${figure}`)}</dt>
            <dd>{result[figure]}</dd>
          </div>
        ))}
      </dl>
      {result.errors.length === 0 ? <p>{t('import.noErrors')}</p> : <RowErrors errors={result.errors} />}
    </Panel>
  );
}

function RowErrors({ errors }: { errors: Result['errors'] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('import.errors', { count: errors.length })}>
      <Table>
        <caption>{t('import.errors', { count: errors.length })}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.row')}</Table.Th>
            <Table.Th>{t('import.column')}</Table.Th>
            <Table.Th>{t('import.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.map((error, index) => (
            <Table.Tr key={index}>
              <Table.Td>{error.row}</Table.Td>
              <Table.Td>{error.column}</Table.Td>
              <Table.Td>{error.message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
