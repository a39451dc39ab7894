/* The words of a text, for lint.views.vocabulary, lint.views.doublings and lint.views.endings.

   What is a letter, a digit or a capital is asked of the interpreter, as `re` and `str.lower` ask it. */

#include "texts.h"

/* ---- Characters ---------------------------------------------------------------------------------------------------- */

/* Of Latin-1: the character itself where it is a letter, and what it is compared by where it is a letter or a digit;
   else 0. Filled when the module is loaded, never changed. */
static unsigned char LETTERS[256], FOLDED[256];

/* [^\W\d_] of `re`. Slower, but few characters of English stand beyond Latin-1. */
static Py_UCS4
letter_anywhere(Py_UCS4 c)
{
    return Py_UNICODE_ISALPHA(c) || (Py_UNICODE_ISALNUM(c) && !Py_UNICODE_ISDECIMAL(c)) ? c : 0;
}

/* [^\W_] of `re`. What is the same to `str.lower` is the same here: small sigma is written in two ways, by its place in
   the word, and dotted I as two characters, the second of which is in no word. */
static Py_UCS4
folded_anywhere(Py_UCS4 c)
{
    return c == 0x3c2 ? 0x3c3 : Py_UNICODE_ISALNUM(c) ? Py_UNICODE_TOLOWER(c) : 0;
}

INLINE Py_UCS4
letter(Py_UCS4 c)
{
    return c < 256 ? LETTERS[c] : letter_anywhere(c);
}

INLINE Py_UCS4
folded(Py_UCS4 c)
{
    return c < 256 ? FOLDED[c] : folded_anywhere(c);
}

/* Where combining marks stand, and scripts with words that hold some: more than `_MARKS` in lint/views/words.py. */
INLINE int
is_foreign(Py_UCS4 c)
{
    return c >= 0x300 && (c < 0x370 || (c >= 0x483 && c < 0x48a) || (c >= 0x590 && c < 0x1100) ||
                          (c >= 0x1dc0 && c < 0x1e00));
}

/* Where each hash begins: another number in each process, so that no text can be written in which all words collide. */
static uint64_t SEED;

/* Takes in a block of eight characters of Latin-1, or another character. What one block changes in the highest bits
   must not be undone by the next one, so they are brought down in between. */
INLINE uint64_t
mixed(uint64_t hash, uint64_t block)
{
    hash = (hash ^ block) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/* Lets all characters tell in the lowest bits, too. */
INLINE uint64_t
finished(uint64_t hash)
{
    return mixed(hash, 0);
}

/* ---- Sets of words ------------------------------------------------------------------------------------------------- */

typedef struct {
    uint64_t hash;
    PyObject *text; /* where it stands, from `start` */
    Py_ssize_t start, length;
} Word;

typedef struct {
    PyObject_HEAD
    Word *words; /* in the order in which they came */
    size_t count;
    uint32_t *places; /* the numbers of words, counted from 1; 0 where the place is free */
    size_t room;      /* how many places there are, a power of two: twice as many as words can be added */
} Vocabulary;

static PyTypeObject vocabulary_type;

/* Whether two words of one hash are the same. `kind` is that of `text`. */
INLINE int
same(int kind, const Word *word, const Word *other)
{
    if (word->length != other->length)
        return 0;
    const void *data = PyUnicode_DATA(word->text), *from = PyUnicode_DATA(other->text);
    int other_kind = PyUnicode_KIND(other->text);
    if (kind == other_kind)
        return !memcmp((const char *)data + word->start * kind, (const char *)from + other->start * kind,
                       (size_t)(word->length * kind));
    for (Py_ssize_t at = 0; at < word->length; at++)
        if (PyUnicode_READ(kind, data, word->start + at) != PyUnicode_READ(other_kind, from, other->start + at))
            return 0;
    return 1;
}

/* The place of a word, or the free one where it belongs. */
INLINE uint32_t *
place_of(int kind, const Vocabulary *self, const Word *word)
{
    size_t at = word->hash & (self->room - 1);
    for (; self->places[at]; at = (at + 1) & (self->room - 1)) {
        const Word *other = &self->words[self->places[at] - 1];
        if (word->hash == other->hash && same(kind, word, other))
            break;
    }
    return &self->places[at];
}

static int
grow(Vocabulary *self, size_t room)
{
    uint32_t *places = room < UINT32_MAX ? PyMem_Calloc(room, sizeof *places) : NULL;
    Word *words = places ? PyMem_Realloc(self->words, room / 2 * sizeof *words) : NULL;
    if (!words) {
        PyMem_Free(places);
        PyErr_NoMemory();
        return -1;
    }
    for (size_t number = 0; number < self->count; number++) {
        size_t at = words[number].hash & (room - 1);
        while (places[at])
            at = (at + 1) & (room - 1);
        places[at] = (uint32_t)number + 1;
    }
    PyMem_Free(self->places);
    self->places = places;
    self->words = words;
    self->room = room;
    return 0;
}

/* Adds a word that is not there yet, at its place. There is always room for one more. */
INLINE int
add(Vocabulary *self, uint32_t *place, const Word *word)
{
    self->words[self->count++] = *word;
    *place = (uint32_t)self->count;
    if (2 * self->count == self->room && grow(self, 2 * self->room) < 0) {
        self->count--;
        *place = 0;
        return -1;
    }
    Py_INCREF(word->text);
    return 0;
}

/* A hash in the making: characters of Latin-1 go in eight by eight, the first one in the lowest byte, others one by one. */
typedef struct {
    uint64_t hash, block;
    unsigned count;
} Hash;

INLINE void
feed(Hash *self, Py_UCS4 c)
{
    if (c < 256)
        self->block |= (uint64_t)c << 8 * self->count++;
    if (self->count == 8 || (c > 255 && self->count)) {
        self->hash = mixed(self->hash, self->block);
        self->block = self->count = 0;
    }
    if (c > 255)
        self->hash = mixed(self->hash, c);
}

INLINE uint64_t
hash_of_fed(const Hash *self)
{
    return finished(self->count ? mixed(self->hash, self->block) : self->hash);
}

INLINE uint64_t
hash_between(int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    Hash hash = {SEED, 0, 0};
    for (; start < end; start++)
        feed(&hash, PyUnicode_READ(kind, data, start));
    return hash_of_fed(&hash);
}

/* Where up to seven letters of ASCII end, and digits if they count too, read at once: `block` holds them as a hash takes
   them in. Where they are more, or meet what is no ASCII, or cannot be read so here, the place where they begin. */
INLINE Py_ssize_t
end_of_short_word(int kind, const void *data, Py_ssize_t start, Py_ssize_t length, int digits, uint64_t *block)
{
#if PY_LITTLE_ENDIAN && defined(__GNUC__)
    /* In the high bit of each byte: whether it is as large as the first of a range, and larger than its last. */
    const uint64_t EACH = UINT64_C(0x0101010101010101), HIGH = 0x80 * EACH;
    if (kind != PyUnicode_1BYTE_KIND || length - start < 8)
        return start;
    memcpy(block, (const char *)data + start, 8);
    uint64_t ascii = *block & ~HIGH, small = ascii | 0x20 * EACH;
    uint64_t inside = (small + (0x80 - 'a') * EACH) & ~(small + (0x7f - 'z') * EACH);
    if (digits)
        inside |= (ascii + (0x80 - '0') * EACH) & ~(ascii + (0x7f - '9') * EACH);
    uint64_t others = (~inside | *block) & HIGH;
    if (!others)
        return start;
    unsigned bits = (unsigned)__builtin_ctzll(others) - 7;
    if (*block >> bits & 0x80)
        return start;
    *block &= (UINT64_C(1) << bits) - 1;
    return start + bits / 8;
#else
    (void)kind, (void)data, (void)length, (void)digits, (void)block;
    return start;
#endif
}

/* Adds the words of a text: 1 where they are, 0 where it holds a foreign character, -1 without memory. */
INLINE int
read_words(int kind, Vocabulary *self, PyObject *text)
{
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    for (Py_ssize_t at = 0; at < length; at++) {
        Word word = {0, text, at, 0};
        uint64_t block;
        at = end_of_short_word(kind, data, at, length, 0, &block);
        if (at > word.start) {
            word.hash = finished(mixed(SEED, block));
        } else {
            Py_UCS4 c = 0;
            while (at < length && letter(c = PyUnicode_READ(kind, data, at)) && !is_foreign(c))
                at++;
            if (is_foreign(c))
                return 0;
            if (at == word.start)
                continue;
            word.hash = hash_between(kind, data, word.start, at);
        }
        word.length = at - word.start;
        uint32_t *place = place_of(kind, self, &word);
        if (!*place && add(self, place, &word) < 0)
            return -1;
    }
    return 1;
}

INLINE uint64_t
hash_of(int kind, PyObject *text)
{
    return hash_between(kind, PyUnicode_DATA(text), 0, PyUnicode_GET_LENGTH(text));
}

static Word
word_of(PyObject *text)
{
    return (Word){BY_KIND(PyUnicode_KIND(text), hash_of, text), text, 0, PyUnicode_GET_LENGTH(text)};
}

static int
contains(Vocabulary *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return 0;
    Word word = word_of(text);
    return *place_of(PyUnicode_KIND(text), self, &word) != 0;
}

static Py_ssize_t
length(Vocabulary *self)
{
    return (Py_ssize_t)self->count;
}

static PyObject *
add_words(Vocabulary *self, PyObject *words)
{
    PyObject *each = PyObject_GetIter(words), *text;
    int failed = !each;
    while (!failed && (text = PyIter_Next(each))) {
        if (PyUnicode_CheckExact(text)) {
            Word word = word_of(text);
            uint32_t *place = place_of(PyUnicode_KIND(text), self, &word);
            failed = !*place && add(self, place, &word) < 0;
        } else {
            PyErr_SetString(PyExc_TypeError, "a word is a string");
            failed = 1;
        }
        Py_DECREF(text);
    }
    Py_XDECREF(each);
    return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
}

static PyObject *
clear(Vocabulary *self, PyObject *Py_UNUSED(none))
{
    size_t count = self->count;
    self->count = 0;
    memset(self->places, 0, self->room * sizeof *self->places);
    while (count)
        Py_DECREF(self->words[--count].text);
    Py_RETURN_NONE;
}

/* The words of a large vocabulary lie far apart: those that will be asked for soon are brought near, in three steps. */
INLINE void
look_ahead(const Vocabulary *self, const Vocabulary *other, size_t number)
{
    enum { STEP = 4 };
    size_t mask = other->room - 1;
    if (number + 3 * STEP >= self->count)
        return;
    PREFETCH(&other->places[self->words[number + 3 * STEP].hash & mask]);
    uint32_t next = other->places[self->words[number + 2 * STEP].hash & mask];
    if (next)
        PREFETCH(&other->words[next - 1]);
    next = other->places[self->words[number + STEP].hash & mask];
    if (next)
        PREFETCH(other->words[next - 1].text);
}

/* The words that another vocabulary does not hold; all, where there is no other. */
static PyObject *
words_beyond(const Vocabulary *self, const Vocabulary *other)
{
    PyObject *found = PyList_New(0);
    for (size_t number = 0; found && number < self->count; number++) {
        const Word *word = &self->words[number];
        if (other)
            look_ahead(self, other, number);
        if (other && *place_of(PyUnicode_KIND(word->text), other, word))
            continue;
        if (append(found, PyUnicode_Substring(word->text, word->start, word->start + word->length)) < 0)
            Py_CLEAR(found);
    }
    PyObject *words = found ? PyList_AsTuple(found) : NULL;
    Py_XDECREF(found);
    return words;
}

static PyObject *
texts(Vocabulary *self, PyObject *Py_UNUSED(none))
{
    return words_beyond(self, NULL);
}

static PyObject *
beyond(Vocabulary *self, PyObject *other)
{
    if (!Py_IS_TYPE(other, &vocabulary_type))
        return PyErr_Format(PyExc_TypeError, "the other is no vocabulary");
    return words_beyond(self, (Vocabulary *)other);
}

static PyObject *
numbered(Vocabulary *self, PyObject *words)
{
    PyObject *each = PyObject_GetIter(words), *found = each ? PyList_New(0) : NULL, *text;
    while (found && (text = PyIter_Next(each))) {
        if (PyUnicode_Check(text)) {
            Word word = word_of(text);
            uint32_t number = *place_of(PyUnicode_KIND(text), self, &word);
            if (number && append(found, Py_BuildValue("(nO)", (Py_ssize_t)number - 1, text)) < 0)
                Py_CLEAR(found);
        }
        Py_DECREF(text);
    }
    Py_XDECREF(each);
    if (found && (PyErr_Occurred() || PyList_Sort(found) < 0))
        Py_CLEAR(found);
    return found;
}

static void
dealloc(Vocabulary *self)
{
    while (self->count)
        Py_DECREF(self->words[--self->count].text);
    PyMem_Free(self->words);
    PyMem_Free(self->places);
    PyObject_Free(self);
}

static PyObject *
vocabulary(PyObject *Py_UNUSED(module), PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is a string");
    Vocabulary *self = (Vocabulary *)PyType_GenericAlloc(&vocabulary_type, 0);
    if (!self)
        return NULL;
    int done = grow(self, 1024) < 0 ? -1 : BY_KIND(PyUnicode_KIND(text), read_words, self, text);
    if (done == 1)
        return (PyObject *)self;
    Py_DECREF(self);
    return done < 0 ? NULL : Py_NewRef(Py_None);
}

/* ---- What stands twice in a row ------------------------------------------------------------------------------------ */

#define LONGEST 8 /* words of a stretch that stands twice */
#define KEPT 16   /* words before the one that is looked at: a power of two */

/* Not 000 in “1,000,000”: figures are no words said twice. */
INLINE int
is_figure(int kind, const void *data, Py_ssize_t start, Py_ssize_t end)
{
    for (; start < end; start++) {
        Py_UCS4 c = PyUnicode_READ(kind, data, start);
        if (folded(c) && !(c >= '0' && c <= '9'))
            return 0;
    }
    return 1;
}

INLINE int
is_joint(Py_UCS4 c)
{
    return c == '\'' || c == '-' || c == 0x2019;
}

/* The end of the word that begins at `start`, and its hash: letters and digits, with apostrophes and hyphens inside. */
INLINE Py_ssize_t
end_of_word(int kind, const void *data, Py_ssize_t start, Py_ssize_t length, uint64_t *hash)
{
    uint64_t block = 0;
    Py_ssize_t at = end_of_short_word(kind, data, start, length, 1, &block);
    if (at > start && !is_joint(PyUnicode_READ(kind, data, at))) {
        uint64_t small = UINT64_C(0x2020202020202020) & ((UINT64_C(1) << 8 * (at - start)) - 1);
        *hash = finished(mixed(SEED, block | small));
        return at;
    }
    Hash made = {SEED, 0, 0};
    for (at = start;; at++) {
        Py_UCS4 c = 0, sign = 0;
        for (; at < length && (c = folded(sign = PyUnicode_READ(kind, data, at))); at++)
            feed(&made, c);
        if (!is_joint(sign) || at + 1 >= length || !folded(PyUnicode_READ(kind, data, at + 1)))
            break;
    }
    *hash = hash_of_fed(&made);
    return at;
}

/* Of each run of words that look the same as those n words further on, n of them or more: n, the numbers of the first word
   and of the one behind the last, and where the first of all these words begins and the last one ends. */
INLINE PyObject *
runs(int kind, PyObject *text)
{
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), end = 0, next = 0;
    uint32_t hashes[2 * LONGEST] = {0}; /* each stands twice, LONGEST apart, so that the last ones stand in a row */
    Py_ssize_t starts[KEPT] = {0}, firsts[LONGEST + 1], begins[LONGEST + 1];
    unsigned before = 0; /* bit n: the last word was the same as the one n words before it */
    unsigned going = 0;  /* bit n: and so was the word before it, so that a run of n goes on, from word `firsts[n]` */
    PyObject *found = PyList_New(0);
    for (Py_ssize_t number = 0; found; number++, end = next) {
        Py_ssize_t start = next;
        while (start < length && !folded(PyUnicode_READ(kind, data, start)))
            start++;
        uint64_t hash;
        next = end_of_word(kind, data, start, length, &hash);
        uint32_t short_hash = (uint32_t)hash;
        unsigned equal = 0;
        for (int n = 1; n <= LONGEST; n++)
            equal |= (unsigned)(hashes[number % LONGEST + LONGEST - n] == short_hash) << n;
        if (number < LONGEST)
            equal &= (2u << number) - 1;
        if (start == length)
            equal = 0;
        else if ((equal & 2) && is_figure(kind, data, start, next))
            equal &= ~2u;
        /* Most words that stand near themselves do so alone. For n = 1 one is enough. */
        unsigned now = equal & (before | 2);
        for (unsigned n = 1, changed = now ^ going; found && changed >> n; n++) {
            if (!(changed >> n & 1))
                continue;
            if (now >> n & 1) {
                firsts[n] = number - n - (n > 1);
                begins[n] = starts[firsts[n] % KEPT];
            } else if (number - (Py_ssize_t)n - firsts[n] >= (Py_ssize_t)n &&
                       append(found, Py_BuildValue("(Innnn)", n, firsts[n], number - n, begins[n], end)) < 0)
                Py_CLEAR(found);
        }
        if (start == length)
            break;
        before = equal;
        going = now;
        hashes[number % LONGEST] = hashes[number % LONGEST + LONGEST] = short_hash;
        starts[number % KEPT] = start;
    }
    return found;
}

static PyObject *
doubled(PyObject *Py_UNUSED(module), PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is a string");
    return BY_KIND(PyUnicode_KIND(text), runs, text);
}

/* ---- Sentences that end alike --------------------------------------------------------------------------------------- */

#define COMPARED 64 /* letters and digits at the end of a sentence */
#define FEWEST 8    /* of them: a sentence that has less is of no interest */

typedef struct {
    uint64_t hash;
    Py_ssize_t end; /* counted from 1; 0 where the place is free, less where the sentence was told of */
} Sentence;

typedef struct {
    Sentence *places;
    size_t count, room; /* a power of two: at least twice as many as there are sentences */
} Sentences;

/* Of each sign that ends a sentence or a line, the next place; less than where one reads, where it is not known. */
static const char STOPS[] = ".!?\n";
typedef Py_ssize_t Stops[sizeof STOPS - 1];

INLINE Py_ssize_t
next_stop(int kind, const void *data, Py_ssize_t at, Py_ssize_t length, Stops stops)
{
    if (kind != PyUnicode_1BYTE_KIND) {
        for (Py_UCS4 c; at < length; at++)
            if ((c = PyUnicode_READ(kind, data, at)) == '.' || c == '!' || c == '?' || c == '\n')
                break;
        return at;
    }
    Py_ssize_t nearest = length;
    for (size_t n = 0; n < sizeof STOPS - 1; n++) {
        if (stops[n] < at) {
            const char *found = memchr((const char *)data + at, STOPS[n], (size_t)(length - at));
            stops[n] = found ? found - (const char *)data : length;
        }
        nearest = stops[n] < nearest ? stops[n] : nearest;
    }
    return nearest;
}

/* The hash of the last letters and digits before the stop at `end`, whatever stands between them; 0 for too few. */
INLINE uint64_t
hash_of_ending(int kind, const void *data, Py_ssize_t begin, Py_ssize_t end)
{
    uint64_t hash = SEED;
    int count = 0;
    while (end-- > begin && count < COMPARED) {
        Py_UCS4 c = folded(PyUnicode_READ(kind, data, end));
        if (c) {
            hash = mixed(hash, c);
            count++;
        }
    }
    return count < FEWEST ? 0 : finished(hash) | 1;
}

static Sentence *
sentence_place(const Sentences *self, uint64_t hash)
{
    size_t at = hash >> 1 & (self->room - 1);
    while (self->places[at].end && self->places[at].hash != hash)
        at = (at + 1) & (self->room - 1);
    return &self->places[at];
}

static int
grow_sentences(Sentences *self, size_t room)
{
    Sentences grown = {PyMem_Calloc(room, sizeof *grown.places), self->count, room};
    if (!grown.places)
        return -1;
    for (size_t at = 0; at < self->room; at++)
        if (self->places[at].end)
            *sentence_place(&grown, self->places[at].hash) = self->places[at];
    PyMem_Free(self->places);
    *self = grown;
    return 0;
}

/* Where the stops stand behind sentences that end like another one: for each such pair, those that were not told yet. */
INLINE PyObject *
alike(int kind, PyObject *text)
{
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), begin = 0;
    Sentences met = {NULL, 0, 0};
    PyObject *found = PyList_New(0);
    if (found && grow_sentences(&met, 512) < 0) {
        Py_CLEAR(found);
        PyErr_NoMemory();
    }
    Stops stops = {-1, -1, -1, -1};
    while (found && begin < length) {
        Py_ssize_t end = next_stop(kind, data, begin, length, stops);
        if (end == length)
            break;
        uint64_t hash = hash_of_ending(kind, data, begin, end);
        begin = end + 1;
        if (!hash)
            continue;
        Sentence *place = sentence_place(&met, hash);
        if (!place->end) {
            *place = (Sentence){hash, end + 1};
            if (2 * ++met.count == met.room && grow_sentences(&met, 2 * met.room) < 0) {
                Py_CLEAR(found);
                PyErr_NoMemory();
            }
            continue;
        }
        if (place->end > 0 && append(found, PyLong_FromSsize_t(place->end - 1)) < 0)
            Py_CLEAR(found);
        place->end = -1;
        if (found && append(found, PyLong_FromSsize_t(end)) < 0)
            Py_CLEAR(found);
    }
    PyMem_Free(met.places);
    return found;
}

static PyObject *
endings(PyObject *Py_UNUSED(module), PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is a string");
    return BY_KIND(PyUnicode_KIND(text), alike, text);
}

/* ---- The module ---------------------------------------------------------------------------------------------------- */

static PyMethodDef methods[] = {
    {"texts", (PyCFunction)texts, METH_NOARGS, "All words."},
    {"beyond", (PyCFunction)beyond, METH_O, "The words that another vocabulary does not hold."},
    {"numbered", (PyCFunction)numbered, METH_O, "Those of some words that are there, with their numbers, in order."},
    {"add", (PyCFunction)add_words, METH_O, "Adds words."},
    {"clear", (PyCFunction)clear, METH_NOARGS, "Takes all words out."},
    {0},
};

static PySequenceMethods sequence = {.sq_length = (lenfunc)length, .sq_contains = (objobjproc)contains};

static PyTypeObject vocabulary_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "lint.views._words.Vocabulary",
    .tp_doc = "Different words, in the order in which they came.",
    .tp_basicsize = sizeof(Vocabulary),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)dealloc,
    .tp_methods = methods,
    .tp_as_sequence = &sequence,
};

static PyMethodDef functions[] = {
    {"vocabulary", vocabulary, METH_O, "The different words of a text; None where words may hold more than letters."},
    {"doubled", doubled, METH_O, "The runs of words that look the same as those n words further on."},
    {"endings", endings, METH_O, "The stops behind sentences that end with the same letters as another one."},
    {0},
};

static int
loaded(PyObject *module)
{
    for (Py_UCS4 c = 0; c < 256; c++) {
        LETTERS[c] = (unsigned char)letter_anywhere(c);
        FOLDED[c] = (unsigned char)folded_anywhere(c);
    }
    PyObject *some = PyUnicode_FromString("words");
    if (!some)
        return -1;
    SEED = (uint64_t)PyObject_Hash(some);
    Py_DECREF(some);
    return PyModule_AddType(module, &vocabulary_type);
}

MODULE(words, "The words of a text, in C.", functions, loaded)
