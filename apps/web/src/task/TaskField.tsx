import { useTranslation } from 'react-i18next';
import { Checkbox, DateField, Radio, Textarea, TextInput } from '../kit/index.js';
import { textOf } from '../words/index.js';
import type { DrawnField, Entered } from './form.js';

export interface FieldProps {
  readonly field: DrawnField;
  readonly entered: Entered | undefined;
  readonly error: string | undefined;
  readonly onEnter: (entered: Entered) => void;
}

/** One question with its answer, and the two ways of not answering where the template allows them. */
export function TaskField(props: FieldProps) {
  return (
    <div className="field" id={`field-${props.field.path}`}>
      <Answer {...props} />
      {props.field.mayDecline && !props.field.readOnly ? <Instead {...props} /> : null}
    </div>
  );
}

function Answer(props: FieldProps) {
  switch (props.field.type) {
    case 'boolean':
    case 'enum':
      return <OneOf {...props} />;
    case 'multiEnum':
      return <SomeOf {...props} />;
    case 'file':
    case 'photo':
    case 'signature':
    case 'reference':
      return <Unsupported {...props} />;
    case 'date':
      return <Day {...props} />;
    default:
      return <Typed {...props} />;
  }
}

function useLabel(field: DrawnField) {
  const { t, i18n } = useTranslation();
  const label = textOf(field.label, i18n.language, field.path);
  const help = textOf(field.help, i18n.language);
  const scale = field.type === 'scale' ? t('task.scale', { min: field.min ?? 0, max: field.max ?? 10 }) : '';
  const optional = field.optional ? t('task.optional') : '';
  return { label, description: [help, scale, optional].filter(Boolean).join(' – ') || undefined };
}

const INPUT = { email: 'email', phone: 'tel' } as const;

function Typed({ field, entered, error, onEnter }: FieldProps) {
  const named = useLabel(field);
  const shared = {
    ...named,
    error,
    name: field.path,
    value: typeof entered === 'string' ? entered : '',
    readOnly: field.readOnly ?? false,
    'aria-required': !field.optional,
  };
  if (field.type === 'longText')
    return <Textarea {...shared} rows={4} onChange={(event) => onEnter(event.currentTarget.value)} />;
  const numeric = ['integer', 'number', 'scale', 'money'].includes(field.type);
  return (
    <TextInput
      {...shared}
      maw={field.type === 'text' ? 520 : 280}
      type={INPUT[field.type as keyof typeof INPUT] ?? 'text'}
      inputMode={numeric ? 'decimal' : undefined}
      leftSection={field.type === 'money' ? '€' : undefined}
      onChange={(event) => onEnter(event.currentTarget.value)}
    />
  );
}

function Day({ field, entered, error, onEnter }: FieldProps) {
  const { t } = useTranslation();
  return (
    <DateField
      {...useLabel(field)}
      error={error}
      name={field.path}
      placeholder={t('date.order')}
      readOnly={field.readOnly ?? false}
      required={!field.optional}
      value={typeof entered === 'string' ? entered : ''}
      onChange={onEnter}
    />
  );
}

function OneOf({ field, entered, error, onEnter }: FieldProps) {
  const { t, i18n } = useTranslation();
  const isBoolean = field.type === 'boolean';
  const choices = isBoolean
    ? [
        { id: 'true', label: t('task.yes') },
        { id: 'false', label: t('task.no') },
      ]
    : (field.values ?? []);
  const value = typeof entered === 'object' || entered === undefined ? '' : String(entered);
  return (
    <Radio.Group
      {...useLabel(field)}
      error={error}
      name={field.path}
      value={value}
      readOnly={field.readOnly ?? false}
      onChange={(chosen) => onEnter(isBoolean ? chosen === 'true' : chosen)}
    >
      <div className="choices">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} label={textOf(choice.label, i18n.language, choice.id)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function SomeOf({ field, entered, error, onEnter }: FieldProps) {
  const { i18n } = useTranslation();
  return (
    <Checkbox.Group
      {...useLabel(field)}
      error={error}
      value={Array.isArray(entered) ? [...(entered as string[])] : []}
      readOnly={field.readOnly ?? false}
      onChange={onEnter}
    >
      <div className="choices">
        {(field.values ?? []).map((choice) => (
          <Checkbox key={choice.id} value={choice.id} label={textOf(choice.label, i18n.language, choice.id)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Unsupported({ field }: FieldProps) {
  const { t } = useTranslation();
  const { label } = useLabel(field);
  return (
    <p>
      <strong>{label}</strong>
      <br />
      <span className="soft">{t('task.unsupported')}</span>
    </p>
  );
}

function Instead({ field, entered, onEnter }: FieldProps) {
  const { t } = useTranslation();
  const { label } = useLabel(field);
  const ways = ['declined', 'later'] as const;
  const chosen = (way: string) => typeof entered === 'object' && way in entered;
  const instead = (way: 'declined' | 'later', on: boolean): Entered =>
    !on ? '' : way === 'declined' ? { declined: true } : { later: true };
  return (
    <div className="instead">
      {ways.map((way) => (
        <Checkbox
          key={way}
          label={t(`task.${way}`)}
          aria-label={`${t(`task.${way}`)}: ${label}`}
          checked={chosen(way)}
          onChange={(event) => onEnter(instead(way, event.currentTarget.checked))}
        />
      ))}
    </div>
  );
}
