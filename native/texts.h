/* Reading texts as the interpreter stores them: in one, two or four bytes a character.

   Functions that are given `kind` as a constant are compiled for each of them, so that none looks at it inside its
   loops. */

#ifndef COPYDESK_TEXTS_H
#define COPYDESK_TEXTS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#if defined(_MSC_VER)
#define INLINE static __forceinline
#elif defined(__GNUC__)
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

/* Has what stands at a place brought near before it is read. */
#if defined(__GNUC__)
#define PREFETCH(place) __builtin_prefetch(place)
#else
#define PREFETCH(place) ((void)(place))
#endif

/* Calls function(kind, ...) with a constant. */
#define BY_KIND(kind, function, ...) \
    ((kind) == PyUnicode_1BYTE_KIND   ? function(PyUnicode_1BYTE_KIND, __VA_ARGS__) \
     : (kind) == PyUnicode_2BYTE_KIND ? function(PyUnicode_2BYTE_KIND, __VA_ARGS__) \
                                      : function(PyUnicode_4BYTE_KIND, __VA_ARGS__))

/* The end of the file of a module: what is imported as lint.views._name. */
#define MODULE(name, told, functions, loaded) \
    static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, loaded}, {0}}; \
    static PyModuleDef definition = { \
        PyModuleDef_HEAD_INIT, \
        .m_name = "lint.views._" #name, \
        .m_doc = told, \
        .m_methods = functions, \
        .m_slots = module_slots, \
    }; \
    PyMODINIT_FUNC PyInit__##name(void) \
    { \
        return PyModuleDef_Init(&definition); \
    }

/* Appends an object, which may be NULL, and gives the reference to it up. */
INLINE int
append(PyObject *list, PyObject *object)
{
    int failed = object ? PyList_Append(list, object) : -1;
    Py_XDECREF(object);
    return failed;
}

#endif
