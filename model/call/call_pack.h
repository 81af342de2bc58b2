// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/base/localized_text.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace jz {

/// The kinds of field a form can have; each has one value shape in a values file (see dossier.h), one
/// printed form (model/print) and one editor.
enum class FieldType {
    Text,               ///< one paragraph
    LongText,           ///< several paragraphs
    CreditCode,         ///< unified social credit code, GB 32100
    Mobile,             ///< mobile phone number of the mainland
    Email,
    Phone,              ///< fixed line, 400 number or mobile
    Division,           ///< administrative division: the code of the lowest level chosen
    RecommendingBody,   ///< the name of one body
    RecommendingBodies, ///< a list of names
    SingleChoice,       ///< the id of an option
    MultipleChoice,     ///< a list of option ids
    ComposedName,       ///< only the middle part is filled in; prefix and suffix come from the pack
    Table,              ///< rows of columns
    Phases,             ///< rows of goal, from and to (months); the row's name is numbered
    Links,              ///< a list of web addresses
    Attachments,        ///< files
    Boolean,
    Signature,          ///< room for a signature: pen or certificate; has no value
    Date,               ///< the date beside a signature; has no value
    Seal,               ///< room for a seal; has no value
    Repeat,             ///< one opinion block per recommending body; has no value
    Record,             ///< about the procedure; kept beside the dossier, never in it
};

enum class Requirement { Required, Optional, Conditional };

/// An option of a choice, or a kind of attachment: id as stored, label as printed.
struct Choice
{
    QString id;
    QString label;
};

enum class ColumnType { Text, LongText, Boolean, Month, Numbered };

struct Column
{
    QString id;
    QString label;
    ColumnType type = ColumnType::Text;
    int limit = 0;          ///< most 字数 allowed; 0 for no limit
    QString trueLabel;      ///< Boolean: what is printed
    QString falseLabel;
    double width = 1;       ///< share of the width in print
};

struct Field
{
    QString id;
    QString group;          ///< label of the merged cell at the left; empty when the field stands alone
    QString label;
    QString prompt;         ///< official hint; printed in a blank form only
    FieldType type = FieldType::Text;
    Requirement requirement = Requirement::Optional;
    int limit = 0;          ///< most 字数 allowed; 0 for no limit
    bool printed = true;
    QList<Choice> options;
    QList<Choice> kinds;    ///< Attachments: kinds to choose from
    QList<Column> columns;  ///< Table and Phases
    int emptyRows = 0;      ///< Table and Phases: rows printed at least
    QString prefix;         ///< ComposedName: printed before the middle part
    QString suffix;         ///< ComposedName: printed after it; `{field}` stands for the label chosen there
    QString rowName;        ///< Phases: name of row n; `{n}` is its Chinese number
    bool imagesOnly = false;///< Attachments
    bool withheld = false;  ///< experts do not see it
    bool publishable = false; ///< may be published
};

/// One printed row of the form, see "print" in form.json. Which cells stand in it depends on `kind`.
struct PrintRow
{
    enum class Kind {
        Field,    ///< label | value of fields[0]; further fields are printed below it in the same cell
        Group,    ///< merged label at the left, then `lines` of label | value pairs
        Choices,  ///< options of fields[0] across the page; fields[1] is the text of the last option
        Table,    ///< merged label at the left, header row, one row per value
        Phases,   ///< three columns across the page: name, goal, time
        Opinion,  ///< fixed text, signature, date and seal of `role`
        Opinions, ///< the same once per recommending body
    };
    Kind kind = Kind::Field;
    QString label;              ///< label cell; may hold `\n`
    QStringList fields;
    QList<QStringList> lines;   ///< Group: field ids line by line
    QString role;               ///< Opinion, Opinions: `applicant`, `recommender`
    QString signatureLabel;     ///< e.g. 单位负责人（签名）：
    QString dateLabel;          ///< e.g. 年   月   日
    QString sealLabel;          ///< e.g. 单位公章
    QString unitPlaceholder;    ///< part of the section's fixed text that `fields[0]`'s value replaces
};

struct Section
{
    QString number;   ///< 一 … 七; empty for a section that is not printed
    QString id;
    QString title;
    QString fixedText;///< printed wording of an opinion; empty for none
    QList<Field> fields;
    QList<PrintRow> print;
};

/// One rule of rules.json. `kind` names what the engine does with `parameters` (see model/dossier/rules).
struct RuleDefinition
{
    QString id;
    QString kind;
    Severity severity = Severity::Error;
    QStringList fields;
    QJsonObject parameters;
    LocalizedText message;  ///< with placeholders in braces: {label}, {count}, {limit}, {row}, …
    QString clause;
    bool waivable = false;
};

/// What an amendment may change: the facts of the call, nothing of the form.
struct CallFacts
{
    struct Deadline
    {
        QString id;          ///< `online`, `paper`
        LocalizedText label;
        QDateTime at;        ///< in the zone of the call
        bool arrival = false;///< counts when it has arrived, not when it was posted
    };
    struct Quota
    {
        QString bodyKind;    ///< `provincial`, `national`
        int most = 0;
    };
    QList<Deadline> deadlines;
    QList<Quota> quotas;
    QJsonObject raw;         ///< everything else: address, contacts, conditions, sizes, file names, notice, fonts …
};

/// Limits on what a dossier carries, in bytes (facts: `sizes`).
struct SizeLimits
{
    qint64 fileWarning = 0;
    qint64 dossierWarning = 0;
    qint64 dossierError = 0;
};

/// A call for applications (申报模板包): form, rules, facts. A plain value, made by readCallPack() alone,
/// never changed afterwards. Everything the program knows about one call is in here.
class CallPack
{
public:
    QString id;
    QString version;
    QString official;         ///< the notice's own title
    QStringList titleLines;   ///< title on the first page, line by line
    QString heading;          ///< the word in the top corner of the first page (附件)
    QString periodFrom;       ///< yyyy-MM
    QString periodTo;
    QList<Section> sections;
    QList<RuleDefinition> rules;
    CallFacts facts;
    QJsonObject rubric;       ///< as in rubric.json; `official` says whether the organiser set it
    QJsonObject print;        ///< form.json `paper`: margins, fonts by role, words of footer and watermark
    QByteArray formHash;      ///< SHA-256 over form.json, rules.json and rubric.json in canonical spelling
    QByteArray factsHash;     ///< SHA-256 over facts.json, amendments applied

    /// The field of that id; null when there is none. The pointer lives as long as the pack.
    const Field* field(const QString& fieldId) const;
    /// Label of an option of a choice field; empty when there is none.
    QString optionLabel(const QString& fieldId, const QString& optionId) const;
    SizeLimits sizeLimits() const;
};

} // namespace jz
