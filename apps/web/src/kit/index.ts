/** The only door to the component library: a change of library stays inside this folder. */
import './styles.js';

export {
  Alert,
  Badge,
  Button,
  Checkbox,
  FileInput,
  NumberInput,
  Paper,
  Progress,
  Radio,
  Skeleton,
  Table,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
export { DateField } from './DateField.js';
export { readDay } from './day.js';
export { Frame } from './Frame.js';
export { adoptTheme } from './theme.js';
export { Page } from './Page.js';
export { Panel } from './Panel.js';
export { Failure, Loading, Nothing } from './States.js';
