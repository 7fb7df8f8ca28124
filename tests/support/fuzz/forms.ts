import { Parser } from 'htmlparser2';

/** A field of a form on a page. */
export type PageField = {
  name: string;
  /** The input's type, `textarea`, or `choice`: one of `options`, or none. */
  type: string;
  value: string;
  options: string[];
};

/** A form on a page, with its buttons. */
export type PageForm = {
  /** The value of its `action`. */
  action: string;
  isPosted: boolean;
  isMultipart: boolean;
  fields: PageField[];
  /** Its buttons; `action` is null unless the button has another than the form. */
  buttons: { name: string; value: string; action: string | null }[];
};

type Attributes = Record<string, string>;

/** Returns the forms of a page as a browser would send them, with the fields that refer to them. */
export function formsIn(html: string): PageForm[] {
  const forms: PageForm[] = [];
  const named = new Map<string, PageForm>();
  const elsewhere: [id: string, field: PageField][] = [];
  let within: PageForm | null = null;
  let textarea: PageField | null = null;
  let select: PageField | null = null;
  const put = (field: PageField, { form }: Attributes) => {
    if (!field.name) return;
    if (form) elsewhere.push([form, field]);
    else within?.fields.push(field);
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { name = '', value = '', type = 'text' } = attributes;
      if (tag === 'form') {
        within = formOf(attributes);
        forms.push(within);
        if (attributes.id) named.set(attributes.id, within);
      } else if (tag === 'textarea') put((textarea = emptyField(name, 'textarea')), attributes);
      else if (tag === 'select') put((select = emptyField(name, 'choice')), attributes);
      else if (tag === 'option' && select) {
        select.options.push(value);
        if ('selected' in attributes) select.value = value;
      } else if (tag === 'button') {
        const button = { name, value, action: attributes.formaction ?? null };
        if (type !== 'button') within?.buttons.push(button);
      } else if (tag === 'input' && (type === 'radio' || type === 'checkbox'))
        addChoice(within, attributes);
      else if (tag === 'input') put({ name, type, value, options: [] }, attributes);
    },
    ontext(text) {
      if (textarea) textarea.value += text;
    },
    onclosetag(tag) {
      if (tag === 'form') within = null;
      if (tag === 'textarea') textarea = null;
      if (tag === 'select') select = null;
    }
  });
  parser.end(html);
  for (const [id, field] of elsewhere) named.get(id)?.fields.push(field);
  return forms;
}

const emptyField = (name: string, type: string): PageField => ({
  ...{ name, type, value: '', options: [] }
});

const formOf = ({ action = '', method = 'get', enctype = '' }: Attributes): PageForm => ({
  action,
  isPosted: method.toLowerCase() === 'post',
  isMultipart: enctype === 'multipart/form-data',
  fields: [],
  buttons: []
});

/** Adds an option of a choice: radio buttons or checkboxes with the same name are one choice. */
function addChoice(form: PageForm | null, attributes: Attributes) {
  const { name = '', value = 'on' } = attributes;
  if (!form || !name) return;
  let choice = form.fields.find((field) => field.name === name && field.type === 'choice');
  if (!choice) form.fields.push((choice = emptyField(name, 'choice')));
  choice.options.push(value);
  if ('checked' in attributes) choice.value = value;
}
