"""Words, names, quotation marks and wording that translation damaged."""

from lint import Check, hookimpl
from lint.checks.translation.calques import calques
from lint.checks.translation.chatbot_leftovers import chatbot_leftovers
from lint.checks.translation.doubled_stops import doubled_stops
from lint.checks.translation.editors_notes import editors_notes
from lint.checks.translation.foreign_dates import foreign_dates
from lint.checks.translation.foreign_number_formats import foreign_number_formats
from lint.checks.translation.foreign_quotes import foreign_quotes
from lint.checks.translation.foreign_times import foreign_times
from lint.checks.translation.full_width_punctuation import full_width_punctuation
from lint.checks.translation.fused_words import fused_words
from lint.checks.translation.glued_boundaries import glued_boundaries
from lint.checks.translation.glued_quotes import glued_quotes
from lint.checks.translation.house_spellings import house_spellings
from lint.checks.translation.lowercase_names import lowercase_names
from lint.checks.translation.machine_translated import machine_translated
from lint.checks.translation.missing_space import missing_space
from lint.checks.translation.misspelt_places import misspelt_places
from lint.checks.translation.mixed_quotes import mixed_quotes
from lint.checks.translation.name_variants import name_variants
from lint.checks.translation.possible_calques import possible_calques
from lint.checks.translation.quote_orientation import quote_orientation
from lint.checks.translation.repeated_segments import repeated_segments
from lint.checks.translation.repeated_sentences import repeated_sentences
from lint.checks.translation.repeated_words import repeated_words
from lint.checks.translation.space_after_opening_quote import space_after_opening_quote
from lint.checks.translation.space_before_closing_quote import space_before_closing_quote
from lint.checks.translation.space_before_punctuation import space_before_punctuation
from lint.checks.translation.straight_quotes import straight_quotes
from lint.checks.translation.stray_quotes import stray_quotes
from lint.checks.translation.tortured_phrases import tortured_phrases
from lint.checks.translation.trailing_currency_signs import trailing_currency_signs
from lint.checks.translation.two_dots import two_dots
from lint.checks.translation.two_names import two_names
from lint.checks.translation.unpaired_quotes import unpaired_quotes
from lint.checks.translation.untranslated_passages import untranslated_passages
from lint.checks.translation.untranslated_words import untranslated_words


@hookimpl
def lint_checks() -> list[Check]:
    """The checks of this folder."""
    return [
        calques,
        chatbot_leftovers,
        doubled_stops,
        foreign_quotes,
        editors_notes,
        foreign_number_formats,
        foreign_times,
        foreign_dates,
        tortured_phrases,
        trailing_currency_signs,
        full_width_punctuation,
        fused_words,
        glued_boundaries,
        glued_quotes,
        house_spellings,
        lowercase_names,
        machine_translated,
        missing_space,
        misspelt_places,
        mixed_quotes,
        name_variants,
        possible_calques,
        quote_orientation,
        repeated_segments,
        repeated_sentences,
        repeated_words,
        space_after_opening_quote,
        space_before_closing_quote,
        space_before_punctuation,
        straight_quotes,
        stray_quotes,
        two_dots,
        two_names,
        unpaired_quotes,
        untranslated_passages,
        untranslated_words,
    ]
