/* Which of many strings a text holds, for lint.views.literals.

   Each string is looked for by its window: those eight characters of it that English has least, or four of a shorter one,
   or all of one that is shorter still. Bits tell most places of a text from all windows. However hostile a text is, a
   place is compared with the strings of one window of each width, whose number does not depend on it. */

#include "texts.h"

enum { WIDEST = 8, WIDTHS = 5 };
static const int WIDTH[WIDTHS] = {1, 2, 3, 4, WIDEST};

#define HEADS (1 << 12)
#define BITS (1 << 16)

typedef struct {
    PyObject *text;
    Py_ssize_t length, window; /* where the window begins in the string */
    uint32_t next;             /* the next string with a window of this width and hash, counted from 1 */
} Literal;

/* By width and hash of a window, whether there is one. */
typedef struct {
    uint64_t bits[WIDTHS][BITS / 64];
} Windows;

typedef struct {
    PyObject_HEAD
    Literal *literals;
    uint32_t count;
    uint32_t heads[WIDTHS][HEADS]; /* by width and hash of a window: its first string, counted from 1 */
    Windows windows;
} Literals;

static PyTypeObject literals_type;

/* From the most frequent on. What lies between words lies in many words' windows. */
static const char FREQUENT[] = " ...............etaoinsrhldcumfpgwybvkxjqz";

static int
rarity(Py_UCS4 c)
{
    const char *place = c && c < 128 ? strchr(FREQUENT, (int)c) : NULL;
    return place ? (int)(place - FREQUENT) : (int)sizeof FREQUENT;
}

/* In a window, a character is a byte, the first one in the lowest place. Those of Latin-1 are never taken for others. */
INLINE uint64_t
byte_of(Py_UCS4 c)
{
    return (c ^ c >> 8 ^ c >> 16) & 0xff;
}

/* Sixteen bits for the first characters of a window, of which the very first is given, too: strings of one character are
   mostly signs beyond Latin-1, and there are so many of them that as bytes they would be everywhere. */
INLINE uint32_t
hash_of(int width, uint64_t window, Py_UCS4 first)
{
    return width == 1   ? (first & 0xff) | (uint32_t)(first > 0xff) << 8
           : width == 2 ? window & 0xffff
                        : (uint32_t)((window << (64 - 8 * width)) * UINT64_C(0x9e3779b97f4a7c15) >> 48);
}

INLINE uint64_t
is_there(const Windows *windows, int number, uint64_t window, Py_UCS4 first)
{
    uint32_t hash = hash_of(WIDTH[number], window, first);
    return windows->bits[number][hash / 64] >> hash % 64 & 1;
}

/* Whether a text holds a string at a place, at which it is long enough to do so. */
INLINE int
stands_at(int kind, const void *data, Py_ssize_t at, const Literal *literal)
{
    int other_kind = PyUnicode_KIND(literal->text);
    const void *other = PyUnicode_DATA(literal->text);
    if (kind == other_kind)
        return !memcmp((const char *)data + at * kind, other, (size_t)(literal->length * kind));
    for (Py_ssize_t n = 0; n < literal->length; n++)
        if (PyUnicode_READ(kind, data, at + n) != PyUnicode_READ(other_kind, other, n))
            return 0;
    return 1;
}

/* Marks the strings with a window at a place that a text holds there. A window of which all are found is no longer looked
   for. */
static void
compare(int kind, const Literals *self, Windows *windows, uint64_t window, const void *data, Py_ssize_t at,
        Py_ssize_t length, unsigned char *found)
{
    Py_UCS4 first = PyUnicode_READ(kind, data, at);
    for (int number = 0; number < WIDTHS; number++) {
        if (!is_there(windows, number, window, first))
            continue;
        uint32_t hash = hash_of(WIDTH[number], window, first);
        int left = 0;
        for (uint32_t each = self->heads[number][hash % HEADS]; each; each = self->literals[each - 1].next) {
            const Literal *literal = &self->literals[each - 1];
            Py_ssize_t start = at - literal->window;
            if (found[each - 1])
                continue;
            if (start >= 0 && literal->length <= length - start && stands_at(kind, data, start, literal))
                found[each - 1] = 1;
            else
                left = 1;
        }
        if (!left)
            windows->bits[number][hash / 64] &= ~(UINT64_C(1) << hash % 64);
    }
}

INLINE void
search(int kind, const Literals *self, Windows *windows, PyObject *text, unsigned char *found)
{
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    uint64_t window = 0;
    for (Py_ssize_t at = 0; at < WIDEST - 1 && at < length; at++)
        window |= byte_of(PyUnicode_READ(kind, data, at)) << 8 * (at + 1);
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_ssize_t last = at + WIDEST - 1;
        window = window >> 8 | (last < length ? byte_of(PyUnicode_READ(kind, data, last)) << 56 : 0);
        Py_UCS4 first = PyUnicode_READ(kind, data, at);
        /* One question for all widths: what is asked at each place has to be little. */
        if (is_there(windows, 0, window, first) | is_there(windows, 1, window, first) |
            is_there(windows, 2, window, first) | is_there(windows, 3, window, first) |
            is_there(windows, 4, window, first))
            compare(kind, self, windows, window, data, at, length, found);
    }
}

static PyObject *
held(Literals *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is a string");
    unsigned char *found = PyMem_Calloc(self->count + 1, 1);
    Windows *windows = found ? PyMem_Malloc(sizeof *windows) : NULL;
    PyObject *numbers = windows ? PyList_New(0) : PyErr_NoMemory();
    if (numbers) {
        *windows = self->windows;
        BY_KIND(PyUnicode_KIND(text), search, self, windows, text, found);
    }
    for (uint32_t number = 0; numbers && number < self->count; number++)
        if (found[number] && append(numbers, PyLong_FromUnsignedLong(number)) < 0)
            Py_CLEAR(numbers);
    PyMem_Free(windows);
    PyMem_Free(found);
    return numbers;
}

/* Enters a string, which is not empty, under its window. */
static void
enter(Literals *self, PyObject *text, uint32_t each)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), place = 0;
    int number = WIDTHS - 1, rarest = -1;
    while (WIDTH[number] > length)
        number--;
    for (Py_ssize_t start = 0; start + WIDTH[number] <= length; start++) {
        int rare = 0;
        for (Py_ssize_t n = 0; n < WIDTH[number]; n++)
            rare += rarity(PyUnicode_READ_CHAR(text, start + n));
        if (rare > rarest) {
            rarest = rare;
            place = start;
        }
    }
    uint64_t window = 0;
    for (Py_ssize_t n = 0; n < WIDTH[number]; n++)
        window |= byte_of(PyUnicode_READ_CHAR(text, place + n)) << 8 * n;
    uint32_t hash = hash_of(WIDTH[number], window, PyUnicode_READ_CHAR(text, place));
    uint32_t *head = &self->heads[number][hash % HEADS];
    self->windows.bits[number][hash / 64] |= UINT64_C(1) << hash % 64;
    self->literals[each - 1] = (Literal){Py_NewRef(text), length, place, *head};
    *head = each;
}

static void
dealloc(Literals *self)
{
    while (self->count)
        Py_DECREF(self->literals[--self->count].text);
    PyMem_Free(self->literals);
    PyObject_Free(self);
}

static PyObject *
literals(PyObject *Py_UNUSED(module), PyObject *strings)
{
    PyObject *all = PySequence_Tuple(strings);
    if (!all)
        return NULL;
    Py_ssize_t count = PyTuple_GET_SIZE(all);
    Literals *self = count < INT32_MAX ? (Literals *)PyType_GenericAlloc(&literals_type, 0) : NULL;
    if (self && !(self->literals = PyMem_Calloc((size_t)count + 1, sizeof *self->literals)))
        Py_CLEAR(self);
    if (!self && !PyErr_Occurred())
        PyErr_NoMemory();
    while (self && self->count < (uint32_t)count) {
        PyObject *text = PyTuple_GET_ITEM(all, self->count);
        if (PyUnicode_Check(text) && PyUnicode_GET_LENGTH(text)) {
            enter(self, text, ++self->count);
        } else {
            PyErr_Format(PyExc_ValueError, "%R is no string with something in it", text);
            Py_CLEAR(self);
        }
    }
    Py_DECREF(all);
    return (PyObject *)self;
}

static PyMethodDef methods[] = {
    {"held", (PyCFunction)held, METH_O, "The numbers of the strings that a text holds, in order."},
    {0},
};

static PyTypeObject literals_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "lint.views._literals.Literals",
    .tp_doc = "Strings to look for, by their numbers.",
    .tp_basicsize = sizeof(Literals),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)dealloc,
    .tp_methods = methods,
};

static PyMethodDef functions[] = {
    {"literals", literals, METH_O, "Strings to look for."},
    {0},
};

static int
loaded(PyObject *module)
{
    return PyModule_AddType(module, &literals_type);
}

MODULE(literals, "Which of many strings a text holds, in C.", functions, loaded)
