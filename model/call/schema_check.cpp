// SPDX-License-Identifier: Apache-2.0
#include "model/call/schema_check.h"

#include "model/base/json_file.h"
#include "resources/init_resources.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// valijson names a place as "<root>", "[sections]", "[0]", …
QString pointerOf(const std::vector<std::string>& context)
{
    QString pointer;
    for (std::size_t i = 1; i < context.size(); ++i) {
        QString step = QString::fromStdString(context[i].substr(1, context[i].size() - 2));
        pointer += u'/' + step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    }
    return pointer;
}

/// Each breach is told again at every level above it; only the innermost one helps.
bool repeatsAnInnerOne(const std::string& description)
{
    return description.starts_with("Failed to validate against schema associated with property name")
           || description.starts_with("Failed to validate item #")
           || description.starts_with("Failed to validate against additional properties schema");
}

LocalizedText inWords(const QString& description)
{
    static const std::array<std::pair<QString, QString>, 6> known{{
        {u"Missing required property"_s, u"缺少必需的属性"_s},
        {u"Value type not permitted"_s, u"值的类型不对"_s},
        {u"Failed to match against any enum values"_s, u"不是允许的取值之一"_s},
        {u"Failed to match regex"_s, u"写法不符合规定的格式"_s},
        {u"Object contains a property that could not be validated"_s, u"含有未知的属性"_s},
        {u"Expected number"_s, u"数值超出允许的范围"_s},
    }};
    for (const auto& [english, chinese] : known)
        if (description.startsWith(english))
            return {chinese + u"（"_s + description + u"）"_s, description};
    return {u"不符合格式定义（"_s + description + u"）"_s, description};
}

} // namespace

void checkSchema(const SchemaSubject& subject, const QJsonObject& schema, CallPackProblems& problems)
{
    const QJsonValue schemaValue(schema);
    valijson::Schema parsed;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), parsed);
    valijson::ValidationResults results;
    valijson::Validator().validate(parsed, valijson::adapters::QtJsonAdapter(subject.value), &results);
    valijson::ValidationResults::Error error;
    while (results.popError(error))
        if (!repeatsAnInnerOne(error.description))
            problems.append({subject.file, subject.pointer + pointerOf(error.context),
                             inWords(QString::fromStdString(error.description))});
}

QJsonObject compiledInSchema(const QString& name)
{
    initResources();
    return readJsonObject(u":/calls/schema/"_s + name + u".schema.json"_s, 1'000'000);
}

} // namespace jz
