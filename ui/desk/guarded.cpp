// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/guarded.h"

#include "ui/desk/message_bar.h"
#include "ui/style/language.h"

namespace jz::ui {

namespace {

void tell(const QWidget* place, const Error& error)
{
    if (MessageBar* const bar = MessageBar::of(place))
        bar->show(error);
    else
        qWarning("%s", error.what());
}

} // namespace

bool guarded(const QWidget* place, const std::function<void()>& work)
{
    try {
        work();
        return true;
    } catch (const Cancelled&) {
    } catch (const Error& error) {
        tell(place, error);
    } catch (const std::exception& error) {
        tell(place, Error(ErrorCode::Unsupported,
                          text(u"程序内部出错，这一步没有完成；已填写的内容都已保存。请重试，仍不行请把此消息告诉技术支持。",
                               u"The program made a mistake and this step was not done; what you typed is saved. Try again, and tell this "
                               "message to whoever helps you."),
                          {}, QString::fromUtf8(error.what())));
    }
    return false;
}

} // namespace jz::ui
