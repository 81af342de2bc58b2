// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

namespace jz {

/// What a revision did to the one before it. The first group happens in honest files too, and whoever asks decides
/// when it may; nothing of the second group is ever permitted after a signature (ISO 32000-2, 12.8.2).
enum class ChangeKind {
    FieldSigned,         ///< a signature field that stood there empty got its value
    SignatureFieldAdded, ///< a new signature field at the root of the form, signed in the same revision
    TimestampAdded,      ///< a document time stamp (ETSI.RFC3161) in an invisible field, reserved or new
    EmptyFieldAdded,     ///< a new signature field without a value that cannot be seen
    VisibleFieldAdded,   ///< a new signature field without a value that can be seen
    FieldFilled,         ///< the value of a form field changed, its appearance with it
    FormDefaults,        ///< flags of the form, fonts added for its fields
    SecurityStore,       ///< /DSS: certificates and revocation data
    InfoDates,           ///< the document information: dates, names of programs
    InfoText,            ///< the document information: title and anything else
    MetadataReplaced,    ///< XMP of the whole document by other well-formed XMP
    VersionDeclared,     ///< /Version, /Extensions, /MarkInfo of the catalog
    StructureGrown,      ///< the structure tree gained elements for new signature fields
    MarkupAdded,         ///< a note or text markup that draws nothing of its own
    ObjectUnused,        ///< an object that nothing leads to

    PageContent,
    PageTree,            ///< pages added, removed, reordered; boxes, rotation, anything else of a page
    Annotation,
    Resource,
    Font,
    Appearance,          ///< of an annotation or of a field whose value stayed
    Names,
    EmbeddedFile,
    Script,              ///< actions and JavaScript
    OptionalContent,
    Structure,
    Metadata,
    SecurityStoreInvalid,///< /DSS holds something that does not belong there
    Form,
    FieldAdded,
    FieldRemoved,
    FieldChanged,        ///< anything of a field that filling or signing it does not change
    SignedFieldChanged,  ///< a field that is signed, or its signature
    SignatureReused,     ///< a field signed with a value that was in the file before
    Encryption,
    RootRedirected,
    GenerationChanged,   ///< the object number of an object in use appears with another generation
    ObjectRedirected,    ///< the cross-reference entry points into earlier bytes
    ObjectBroken,        ///< not where the cross-reference section says, or not well-formed
    HybridUpdate,        ///< two cross-reference sections of one revision that need not agree
    BytesUnaccounted,    ///< bytes that belong to no object of the revision
    NotCompared,         ///< too large, too deep or too damaged to be compared
    Other,
};

/// One difference between two revisions.
struct RevisionChange
{
    ChangeKind kind = ChangeKind::Other;
    ObjectId object; ///< the object that differs; null for none
    QString path;    ///< where it was reached: `/Root/Pages/Kids[0]/Contents`
    QString field;   ///< full name of the form field concerned; empty for none
};

using RevisionChanges = QList<RevisionChange>;

} // namespace jz
